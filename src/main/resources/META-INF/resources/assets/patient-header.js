// The header of a patient's page, as on the board.

import { due } from './due.js';
import { element } from './element.js';
import { badge } from './grade.js';
import { displayName, identifiers, outpatient, patientPath, sinceInfusion } from './person.js';
import { words } from './phrases.js';
import { atTheBedside } from './session.js';
import { age, moment } from './time.js';
import { factList } from './treatment-facts.js';
import { lastValues } from './values.js';

const SAYS = words.patientHeader;

/**
 * @param row the patient's row on the board; undefined after the discharge
 * @param facts about the treatment; undefined until they are read
 */
export function header({ episode, grade, row, facts, who }) {
    return [
        element(
            'div',
            {},
            element('div', { class: 'bed' }, element('span', { class: 'small quiet' }, words.person.bed), episode.bed),
            element('p', { class: 'quiet' }, episode.ward),
        ),
        element(
            'div',
            {},
            element('h1', {}, displayName(episode)),
            identifiers(episode),
            element('p', {}, sinceInfusion(grade)),
            episode.phase === 'outpatient' &&
                element('p', {}, outpatient(episode), SAYS.since(moment(episode.outpatientSince))),
            element('p', {}, [episode.product, episode.indication].filter(Boolean).join(', ')),
            episode.status === 'ended' && element('p', { class: 'bad' }, SAYS.discharged(moment(episode.endedAt))),
            grade.lastObservationAt && element('p', { class: 'quiet' }, SAYS.lastHeard(age(grade.lastObservationAt))),
        ),
        element('div', { class: 'badges' }, badge('CRS', grade.crs.grade), badge('ICANS', grade.icans.grade)),
        row && lastValues(row),
        facts && factList(facts),
        element('div', {}, element('p', { class: 'quiet small' }, SAYS.nextChecks), checks(grade, row)),
        links(episode, who),
    ];
}

/** The checks as on the board, with pauses; after the discharge, the checks that were overdue then. */
const checks = ({ overdue }, row) =>
    element('ul', { class: 'plain' }, (row?.checks ?? overdue.map(one => ({ ...one, overdue: true }))).map(due));

const links = ({ patientId }, who) =>
    element(
        'div',
        { class: 'buttons' },
        atTheBedside(who) &&
            element('a', { class: 'button primary', href: patientPath(patientId, '/check') }, SAYS.check),
        element('a', { class: 'button', href: patientPath(patientId, '/handover') }, SAYS.handover),
        element('a', { class: 'button', href: patientPath(patientId, '/summary') }, SAYS.summary),
        atTheBedside(who) &&
            element('a', { class: 'button', href: patientPath(patientId, '/going-home') }, SAYS.goingHome),
    );
