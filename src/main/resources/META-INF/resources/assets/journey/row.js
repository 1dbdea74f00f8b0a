// One journey's row on the waiting list.

import { element } from '../element.js';
import { displayName } from '../person.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';
import { checkLine } from './checks.js';
import { bridgingWords, controlWords, days, within } from './words.js';

export const journeyPath = id => `/journeys/${encodeURIComponent(id)}`;

export const journeyRow = row => (row.unreadable ? unreadableRow(row) : readRow(row));

/** A journey that the service cannot read is listed all the same: nobody may overlook its patient. */
const unreadableRow = ({ id, patientId, ward, unreadable }) =>
    element(
        'li',
        { class: 'row late', 'data-journey': id },
        element(
            'div',
            { class: 'person' },
            element('h2', {}, patientId),
            element('p', { class: 'quiet' }, `Ward ${ward}`),
        ),
        cell('State', element('p', { class: 'bad' }, `Cannot be read: ${unreadable}. Tell the operators.`)),
    );

const readRow = row =>
    element(
        'li',
        { class: `row${row.next.lateDays ? ' late' : ''}`, 'data-journey': row.id },
        person(row),
        cell('State', state(row)),
        cell('Next step', next(row)),
        cell('Bridging', element('p', {}, bridgingWords(row.bridging))),
        cell('Disease control', control(row)),
        cell(checksTitle(row), checks(row)),
    );

const person = row =>
    element(
        'div',
        { class: 'person' },
        element('h2', {}, element('a', { href: journeyPath(row.id) }, displayName(row))),
        element('p', { class: 'identifiers' }, row.patientId),
        element('p', {}, row.product, row.outOfSpecification && [' ', outOfSpecification()]),
        element('p', { class: 'quiet' }, `Ward ${row.ward}`),
    );

/** The mark stays for ever. */
export const outOfSpecification = () =>
    element('abbr', { class: 'oos', title: 'A product of this journey was out of specification' }, 'OOS');

const cell = (title, ...content) => element('div', {}, element('h3', {}, title), content);

const state = ({ state: word, daysInState, reason }) => [
    element('p', {}, element('strong', {}, spoken(word)), `, for ${days(daysInState)}`),
    word === 'on-hold' && reason && element('p', { class: 'hold' }, `Hold: ${reason}`),
    word === 'cancelled' && reason && element('p', {}, reason),
];

const next = ({ next: { step, owner, dueAt, lateDays }, coordinator }) => [
    element('p', {}, element('strong', {}, spoken(step)), dueAt ? `, ${dateAndClock(dueAt)}` : ', no date yet'),
    lateDays !== undefined && element('p', { class: 'bad' }, `Late by ${days(lateDays)}`),
    element(
        'p',
        {},
        `Whose move: ${within(owner)}${owner === 'coordinator' && coordinator ? ` (${coordinator})` : ''}`,
    ),
];

const control = ({ diseaseControl, windowClosesAt }) => [
    element('p', { class: diseaseControl === 'progressing' ? 'bad' : '' }, controlWords(diseaseControl)),
    windowClosesAt && element('p', {}, `Window closes ${dateAndClock(windowClosesAt)}`),
];

const checksTitle = ({ checksOpen }) => (checksOpen.length === 0 ? 'Checks' : `Checks open (${checksOpen.length})`);

/** Stops first and in full. Of the others the title is enough here. */
function checks({ checksOpen, ready }) {
    const stops = checksOpen.filter(({ state: word }) => word === 'stop');
    const others = checksOpen.filter(({ state: word }) => word !== 'stop');
    return [
        stops.length > 0 && element('ul', { class: 'plain' }, stops.map(checkLine)),
        others.length > 0 &&
            element('p', { class: 'small' }, others.map(({ id, state: word }) => `${id} ${word}`).join(', ')),
        checksOpen.length === 0 && element('p', {}, 'All green'),
        element('p', { class: 'small quiet' }, ready ? 'Readiness list complete' : 'Readiness list not complete'),
    ];
}
