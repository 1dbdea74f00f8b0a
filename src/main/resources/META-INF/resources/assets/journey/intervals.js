// The measured spans of a journey, planned against real.

import { element } from '../element.js';
import { spoken } from '../words.js';
import { days } from './words.js';

export const intervalTable = intervals =>
    element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Intervals' },
        element(
            'table',
            {},
            element('caption', {}, 'Intervals in days'),
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    ['Interval', 'Planned', 'Real', 'Late'].map(words => element('th', { scope: 'col' }, words)),
                ),
            ),
            element('tbody', {}, intervals.map(line)),
        ),
    );

const line = ({ name, plannedDays, days: real, lateDays }) =>
    element(
        'tr',
        { 'data-interval': name },
        element('th', { scope: 'row' }, spoken(name)),
        element('td', {}, shown(plannedDays)),
        element('td', {}, shown(real)),
        element('td', { class: lateDays > 0 ? 'bad' : '' }, shown(lateDays)),
    );

const shown = number => (number === undefined ? '–' : days(number));
