// The patient's identity, always with two identifiers, and the time since the infusion.

import { step } from './api.js';
import { fixed } from './decimals.js';
import { element } from './element.js';
import { words } from './phrases.js';
import { calendarDay, moment } from './time.js';

export const patientPath = (patientId, page = '') => `/patients/${step(patientId)}${page}`;

/** The patient of this page's address: `/patients/{id}` or `/patients/{id}/check`. */
export const patientOfPage = () => decodeURIComponent(location.pathname.split('/')[2]);

export const displayName = ({ name, patientId }) => name ?? patientId;

/** Name, hospital id and date of birth. */
export const identifiers = ({ patientId, birthDate }) =>
    element(
        'span',
        { class: 'identifiers' },
        patientId,
        birthDate && [' · ', element('span', { class: 'whole' }, words.person.born(born(birthDate)))],
    );

/** "Day 3, 74.5 h". */
export const sinceInfusion = ({ day, hoursSinceInfusion }) => words.person.since(day, fixed(hoursSinceInfusion, 1));

/** "Outpatient", for a patient who is watched at home. */
export const outpatient = ({ phase, outpatientSince }) =>
    phase === 'outpatient' &&
    element('strong', { class: 'whole', title: words.person.atHome(moment(outpatientSince)) }, words.person.outpatient);

// For some patients only the year or the month is known.
function born(birthDate) {
    return birthDate.length < 10 ? words.person.about(birthDate) : calendarDay(birthDate);
}
