// The head of a patient's page, as on the board.

import { element } from './element.js';
import { badge } from './grade.js';
import { displayName, identifiers, patientPath, sinceInfusion } from './person.js';
import { atTheBedside } from './session.js';
import { age, moment } from './time.js';
import { lastValues } from './values.js';
import { spoken } from './words.js';

/** @param row the patient's row of the board, or undefined after the discharge */
export function header({ episode, grade, row, who }) {
    return [
        element('div', {}, element('div', { class: 'bed' }, element('span', { class: 'small quiet' }, 'Bed '), episode.bed), element('p', { class: 'quiet' }, episode.ward)),
        element(
            'div',
            {},
            element('h1', {}, displayName(episode)),
            identifiers(episode),
            element('p', {}, sinceInfusion(grade)),
            element('p', {}, [episode.product, episode.indication].filter(Boolean).join(', ')),
            episode.status === 'ended' && element('p', { class: 'bad' }, `Discharged ${moment(episode.endedAt)}`),
            grade.lastObservationAt && element('p', { class: 'quiet' }, 'Last heard ', age(grade.lastObservationAt)),
        ),
        element('div', { class: 'badges' }, badge('CRS', grade.crs.grade), badge('ICANS', grade.icans.grade)),
        row && lastValues(row),
        element('div', {}, checks(grade, row)),
        links(episode, who),
    ];
}

const checks = ({ overdue }, row) => [
    overdue.map(({ check, dueAt }) => element('p', { class: 'overdue' }, `${spoken(check)} overdue since ${moment(dueAt)} (`, age(dueAt), ')')),
    (row?.checks ?? []).filter(one => !one.overdue).map(({ check, dueAt }) => element('p', {}, `Next: ${spoken(check)} ${moment(dueAt)} (`, age(dueAt), ')')),
];

const links = ({ patientId }, who) =>
    element(
        'div',
        { class: 'buttons' },
        atTheBedside(who) && element('a', { class: 'button primary', href: patientPath(patientId, '/check') }, 'Bedside check'),
        element('a', { class: 'button', href: patientPath(patientId, '/handover') }, 'Handover'),
        element('a', { class: 'button', href: patientPath(patientId, '/summary') }, 'Summary'),
    );
