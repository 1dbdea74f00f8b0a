// What a correction changes, in words that a form shows before it is saved.

import { words } from '../phrases.js';
import { moment } from '../time.js';

const said = words.correct.consequence;

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
    return grades ? said.graded(grades, moment(from)) : said.noGrade(moment(from));
}

export const bothRegraded = from => said.graded(BOTH, moment(from));

/** The consequence of a withdrawal. */
export const withdrawn = ({ kind, effectiveAt, from }) =>
    `${said.withdrawn} ${regraded(kind, earliest(effectiveAt, from))}`;

/** The consequence of a new entry that takes the place of a wrong one. */
export const replaced = (wrong, at) =>
    `${said.replaced} ${regraded(wrong.kind, earliest(wrong.effectiveAt, wrong.from, at))}`;

/** The first of some instants; those that are not known are left out. */
const earliest = (...instants) =>
    new Date(Math.min(...instants.filter(Boolean).map(at => Date.parse(at)))).toISOString();
