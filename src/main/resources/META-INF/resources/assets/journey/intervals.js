// The measured spans of a journey, planned against real.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { spoken } from '../words.js';
import { days } from './words.js';

const said = words.journeyIntervals;

export const intervalTable = intervals =>
    element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': said.intervals },
        element(
            'table',
            {},
            element('caption', {}, said.caption),
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    said.columns.map(column => element('th', { scope: 'col' }, column)),
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
        element('td', {}, length(plannedDays)),
        element('td', {}, length(real)),
        element('td', { class: lateDays > 0 ? 'bad' : '' }, length(lateDays)),
    );

const length = number => (number === undefined ? '–' : days(number));
