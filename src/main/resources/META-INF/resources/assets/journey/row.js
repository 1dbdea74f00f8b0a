// One journey's row on the waiting list.

import { element } from '../element.js';
import { displayName } from '../person.js';
import { words } from '../phrases.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';
import { checkLine } from './checks.js';
import { bridgingWords, controlWords, days, ownerWords, stepWords } from './words.js';

const said = words.journeyRow;

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
            element('p', { class: 'quiet' }, words.journey.ward(ward)),
        ),
        cell(words.journey.state, element('p', { class: 'bad' }, said.unreadable(unreadable))),
    );

const readRow = row =>
    element(
        'li',
        { class: `row${row.next.lateDays ? ' late' : ''}`, 'data-journey': row.id },
        person(row),
        cell(words.journey.state, state(row)),
        cell(said.nextStep, next(row)),
        cell(words.journey.bridging, element('p', {}, bridgingWords(row.bridging))),
        cell(words.journey.control, control(row)),
        cell(checksTitle(row), checks(row)),
    );

const person = row =>
    element(
        'div',
        { class: 'person' },
        element('h2', {}, element('a', { href: journeyPath(row.id) }, displayName(row))),
        element('p', { class: 'identifiers' }, row.patientId),
        element('p', {}, row.product, row.outOfSpecification && [' ', outOfSpecification()]),
        element('p', { class: 'quiet' }, words.journey.ward(row.ward)),
    );

/** The mark stays for ever. */
export const outOfSpecification = () => element('abbr', { class: 'oos', title: said.outOfSpecification }, said.oos);

const cell = (title, ...content) => element('div', {}, element('h3', {}, title), content);

const state = ({ state: word, daysInState, reason }) => [
    element('p', {}, element('strong', {}, spoken(word)), said.since(days(daysInState))),
    word === 'on-hold' && reason && element('p', { class: 'hold' }, said.hold(reason)),
    word === 'cancelled' && reason && element('p', {}, reason),
];

const next = ({ next: { step, owner, dueAt, lateDays }, coordinator }) => [
    element('p', {}, element('strong', {}, stepWords(step)), dueAt ? said.due(dateAndClock(dueAt)) : said.noDate),
    lateDays !== undefined && element('p', { class: 'bad' }, said.late(days(lateDays))),
    element(
        'p',
        {},
        said.move(`${ownerWords(owner)}${owner === 'coordinator' && coordinator ? ` (${coordinator})` : ''}`),
    ),
];

const control = ({ diseaseControl, windowClosesAt }) => [
    element('p', { class: diseaseControl === 'progressing' ? 'bad' : '' }, controlWords(diseaseControl)),
    windowClosesAt && element('p', {}, said.windowCloses(dateAndClock(windowClosesAt))),
];

const checksTitle = ({ checksOpen }) => (checksOpen.length === 0 ? said.checks : said.checksOpen(checksOpen.length));

/** Stops first and in full. Of the others the title is enough here. */
function checks({ checksOpen, ready }) {
    const stops = checksOpen.filter(({ state: word }) => word === 'stop');
    const others = checksOpen.filter(({ state: word }) => word !== 'stop');
    return [
        stops.length > 0 && element('ul', { class: 'plain' }, stops.map(checkLine)),
        others.length > 0 &&
            element(
                'p',
                { class: 'small' },
                others.map(({ id, state: word }) => `${id} ${said.states[word] ?? word}`).join(', '),
            ),
        checksOpen.length === 0 && element('p', {}, said.allGreen),
        element('p', { class: 'small quiet' }, ready ? said.complete : said.notComplete),
    ];
}
