// The header of a journey's page.

import { element } from '../element.js';
import { displayName, identifiers, patientPath } from '../person.js';
import { atTheBedside } from '../session.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';
import { outOfSpecification } from './row.js';
import { bridgingWords, controlWords, days, within } from './words.js';

export const journeyHeader = ({ row, facts, begunAs }, who) => [
    element(
        'div',
        {},
        element('h1', {}, displayName(row)),
        identifiers({ patientId: row.patientId, birthDate: facts.birthDate }),
        begunAs && element('p', { class: 'quiet' }, `Begun as ${begunAs}`),
        element('p', {}, row.product, row.outOfSpecification && [' ', outOfSpecification()]),
        element(
            'p',
            { class: 'quiet' },
            [`Ward ${row.ward}`, facts.indication, facts.trial].filter(Boolean).join(', '),
        ),
    ),
    element(
        'dl',
        {},
        pair('State', [
            element('strong', {}, spoken(row.state)),
            ` for ${days(row.daysInState)}`,
            row.reason && `: ${row.reason}`,
        ]),
        pair('Next', [
            `${spoken(row.next.step)}${row.next.dueAt ? `, ${dateAndClock(row.next.dueAt)}` : ''}`,
            row.next.lateDays !== undefined &&
                element('strong', { class: 'bad' }, `, late by ${days(row.next.lateDays)}`),
        ]),
        pair('Whose move', [within(row.next.owner), row.coordinator && ` (coordinator: ${row.coordinator})`]),
        pair('Bridging', bridgingWords(row.bridging)),
        pair('Disease control', [
            controlWords(row.diseaseControl),
            row.windowClosesAt && `, window closes ${dateAndClock(row.windowClosesAt)}`,
        ]),
    ),
    stops(row),
    element(
        'div',
        { class: 'buttons no-print' },
        row.episodeId &&
            atTheBedside(who) &&
            element('a', { class: 'button', href: patientPath(row.patientId) }, 'Patient’s page'),
        element('button', { type: 'button', onclick: () => print() }, 'Print'),
    ),
];

const pair = (term, value) => [element('dt', {}, term), element('dd', {}, value)];

function stops({ checksOpen }) {
    const stopped = checksOpen.filter(({ state }) => state === 'stop');
    return (
        stopped.length > 0 &&
        element(
            'ul',
            { class: 'plain' },
            stopped.map(({ rule }) =>
                element('li', {}, element('a', { class: 'stop-link', href: '#checks-title' }, `STOP: ${rule}`)),
            ),
        )
    );
}
