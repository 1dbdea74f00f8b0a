// What a correction changes, in words that a form shows before it is saved.

import { moment } from '../time.js';

const BOTH = ['CRS', 'ICANS'];
/** The grades that rest on entries of a kind. */
const GRADES = {
    'vital-signs': ['CRS'],
    'oxygen-therapy': ['CRS'],
    vasopressor: ['CRS'],
    'fluid-bolus': ['CRS'],
    medication: ['CRS'],
    'crs-course': ['CRS'],
    'neuro-check': ['ICANS'],
    seizure: ['ICANS'],
    'neuro-finding': ['ICANS'],
    attribution: BOTH,
    death: BOTH,
};

/** "CRS is graded again from 14:02 on." What rests on no grade says so. */
export function regraded(kind, from) {
    const grades = GRADES[kind];
    if (!grades) return `No grade rests on it. What is beside the grades is computed again from ${moment(from)} on.`;
    return `${gradedAgain(grades)} from ${moment(from)} on.`;
}

export const bothRegraded = from => `${gradedAgain(BOTH)} from ${moment(from)} on.`;

/** The consequence of a withdrawal. */
export const withdrawn = ({ kind, effectiveAt, from }) =>
    `It stays in the list as withdrawn, and it counts no more. ${regraded(kind, earliest(effectiveAt, from))}`;

/** The consequence of a new entry that takes the place of a wrong one. */
export const replaced = (wrong, at) =>
    `The wrong entry stays in the list as withdrawn. ` +
    regraded(wrong.kind, earliest(wrong.effectiveAt, wrong.from, at));

/** The first of some instants; those that are not known are left out. */
const earliest = (...instants) =>
    new Date(Math.min(...instants.filter(Boolean).map(at => Date.parse(at)))).toISOString();

const gradedAgain = grades => `${grades.join(' and ')} ${grades.length === 1 ? 'is' : 'are'} graded again`;
