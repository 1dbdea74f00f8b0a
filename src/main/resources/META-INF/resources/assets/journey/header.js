// The header of a journey's page.

import { element } from '../element.js';
import { displayName, identifiers, patientPath } from '../person.js';
import { translated } from '../phrase-book.js';
import { words } from '../phrases.js';
import { atTheBedside } from '../session.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';
import { outOfSpecification } from './row.js';
import { bridgingWords, controlWords, days, ownerWords, stepWords } from './words.js';

const said = words.journeyHeader;

export const journeyHeader = ({ row, facts, begunAs }, who) => [
    element(
        'div',
        {},
        element('h1', {}, displayName(row)),
        identifiers({ patientId: row.patientId, birthDate: facts.birthDate }),
        begunAs && element('p', { class: 'quiet' }, said.begunAs(begunAs)),
        element('p', {}, row.product, row.outOfSpecification && [' ', outOfSpecification()]),
        element(
            'p',
            { class: 'quiet' },
            [words.journey.ward(row.ward), facts.indication, facts.trial].filter(Boolean).join(', '),
        ),
    ),
    element(
        'dl',
        {},
        pair(words.journey.state, [
            element('strong', {}, spoken(row.state)),
            said.since(days(row.daysInState)),
            row.reason && `: ${row.reason}`,
        ]),
        pair(words.journey.next, [
            `${stepWords(row.next.step)}${row.next.dueAt ? `, ${dateAndClock(row.next.dueAt)}` : ''}`,
            row.next.lateDays !== undefined && element('strong', { class: 'bad' }, said.late(days(row.next.lateDays))),
        ]),
        pair(said.move, [ownerWords(row.next.owner), row.coordinator && said.coordinator(row.coordinator)]),
        pair(words.journey.bridging, bridgingWords(row.bridging)),
        pair(words.journey.control, [
            controlWords(row.diseaseControl),
            row.windowClosesAt && said.windowCloses(dateAndClock(row.windowClosesAt)),
        ]),
    ),
    stops(row),
    element(
        'div',
        { class: 'buttons no-print' },
        row.episodeId &&
            atTheBedside(who) &&
            element('a', { class: 'button', href: patientPath(row.patientId) }, said.patient),
        element('button', { type: 'button', onclick: () => print() }, said.print),
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
                element(
                    'li',
                    {},
                    element('a', { class: 'stop-link', href: '#checks-title' }, said.stop(translated(rule))),
                ),
            ),
        )
    );
}
