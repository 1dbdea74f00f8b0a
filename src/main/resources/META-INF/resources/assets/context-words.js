// The words of the items beside the grades, and the value of an item in a few words.

import { alertText } from './alert-text.js';
import { shown } from './number.js';
import { words } from './phrases.js';
import { spoken } from './words.js';

const SAYS = words.context;

const POINTS = ['car-hematotox', 'hscore'];
const NOT_YET = /^(before the infusion|from day|watched from)/;

const graded = item => item.startsWith('icaht-') || item.startsWith('ctcae-');

export const itemName = item => SAYS.names[item] ?? spoken(item.replace(/^ctcae-/, ''));

export const numberName = name => SAYS.numberNames[name] ?? spoken(name);

/** A sentence of the service, with a capital letter and the ward's units. */
export function capital(text) {
    const told = alertText(text);
    return told.charAt(0).toUpperCase() + told.slice(1);
}

/** The value of an item in a few words: "At least grade 2", "Not known". */
export function inShort(item) {
    const told = SHORT[item.item]?.(item) ?? valueOf(item);
    if (told) return capital(told);
    return NOT_YET.test(item.reason) ? capital(item.reason) : SAYS.notKnown;
}

const SHORT = {
    milestones: ({ numbers }) => numbers.day !== undefined && SAYS.day(numbers.day),
    'discharge-readiness': ({ numbers: { met, open, unknown } }) =>
        met !== undefined && SAYS.readiness(met, open, unknown),
    'febrile-neutropenia': ({ value }) => value !== null && (value ? SAYS.fulfilled : SAYS.notFulfilled),
};

const valueOf = item => [numberOf(item), gradeOf(item), bandOf(item)].filter(Boolean).join(', ');

function numberOf({ item, value, grade, atLeast }) {
    const amount = number => (POINTS.includes(item) ? SAYS.points(shown(number)) : shown(number));
    if (value !== null) return item.startsWith('kinetics-') ? SAYS.times(shown(value)) : amount(value);
    if (grade !== null || typeof atLeast !== 'number' || atLeast === 0) return undefined;
    return graded(item) ? SAYS.atLeastGrade(atLeast) : SAYS.atLeast(amount(atLeast));
}

const gradeOf = ({ item, grade }) =>
    grade !== null && (graded(item) ? SAYS.grade(grade) : SAYS.gradeByPhysician(grade));

function bandOf({ item, band, atLeast }) {
    if (band === null) return undefined;
    const told = SAYS.bands[item]?.[band] ?? band;
    return atLeast === band ? SAYS.atLeastBand(told) : told;
}
