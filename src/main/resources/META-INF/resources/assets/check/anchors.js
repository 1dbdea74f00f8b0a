// What a child of an age does, as anchors for the items of the CAPD: under two years, "usual" is hard to judge without.
// The ages and what belongs to them follow the developmental anchor points of the CAPD's authors, in fewer words.

import { words } from '../phrases.js';

const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;
const YEAR = 365.25 * DAY;
const OLDEST = 2 * YEAR;

const AGES = [0, 4 * WEEK, 6 * WEEK, 8 * WEEK, 28 * WEEK, YEAR];

/** A date of birth with its day. */
const WHOLE_DATE = 10;

/** The anchors for a child, or undefined from two years on, or if only the year or the month of birth is known. */
export function anchorsFor(birthDate, at) {
    const old = at - Date.parse(birthDate);
    if (birthDate.length < WHOLE_DATE || old < 0 || old >= OLDEST) return undefined;
    const index = AGES.findLastIndex(from => from <= old);
    const { ages, ...anchors } = words.check.anchors;
    return { age: ages[index], of: item => anchors[item][index] };
}
