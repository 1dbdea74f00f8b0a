// The head of a patient's page, as on the board.

import { get, step } from './api.js';
import { element } from './element.js';
import { badge } from './grade.js';
import { displayName, identifiers, patientPath, sinceInfusion } from './person.js';
import { atTheBedside } from './session.js';
import { distance, moment } from './time.js';
import { lastValues } from './values.js';
import { spoken } from './words.js';

export async function header(episode, grade, who) {
    const { items } = await get(`/v1/wards/${step(episode.ward)}/board`);
    const row = items.find(({ patientId }) => patientId === episode.patientId);
    return [
        element('div', {}, element('div', { class: 'bed' }, episode.bed), element('p', { class: 'quiet' }, episode.ward)),
        element(
            'div',
            {},
            element('h1', {}, displayName(episode)),
            identifiers(episode),
            element('p', {}, sinceInfusion(grade)),
            element('p', {}, [episode.product, episode.indication].filter(Boolean).join(', ')),
            episode.status === 'ended' && element('p', { class: 'bad' }, `Discharged ${moment(episode.endedAt)}`),
        ),
        element('div', { class: 'badges' }, badge('CRS', grade.crs.grade), badge('ICANS', grade.icans.grade)),
        row && lastValues(row),
        element('div', {}, grade.overdue.map(({ check, dueAt }) => element('p', { class: 'overdue' }, `${spoken(check)} overdue (${distance(dueAt)})`))),
        links(episode, who),
    ];
}

const links = ({ patientId }, who) =>
    element(
        'div',
        { class: 'buttons' },
        atTheBedside(who) && element('a', { class: 'button primary', href: patientPath(patientId, '/check') }, 'Bedside check'),
        element('a', { class: 'button', href: patientPath(patientId, '/handover') }, 'Handover'),
        element('a', { class: 'button', href: patientPath(patientId, '/summary') }, 'Summary'),
    );
