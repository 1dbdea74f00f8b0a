// The words of journeys as they are shown.

import { fixed } from '../decimals.js';
import { translated } from '../phrase-book.js';
import { words } from '../phrases.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g;

const said = words.journey;
const NAMED = new RegExp(`(?<![\\w.-])(${Object.keys(said.names).join('|').replaceAll('.', '\\.')})(?![\\w-])`, 'g');

/** The states of a journey in their order. */
export const LINE = [
    'referred',
    'accepted',
    'collection-planned',
    'collected',
    'in-manufacture',
    'out-of-specification',
    'failed',
    'released',
    'delivered',
    'lymphodepletion',
    'ready',
    'infused',
    'monitored',
    'closed',
];

/** A sentence of the service, with its times on the wall clock and its fields as the forms name them. */
export const told = sentence =>
    translated(sentence)
        .replace(INSTANT, at => dateAndClock(at))
        .replace(NAMED, name => said.names[name]);

/** The same as the beginning of a line. */
export function begun(sentence) {
    const text = told(sentence);
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A word of the API within a sentence. */
export const within = word => said.within(spoken(word));

export const days = number => said.days(fixed(number, 1));

/** The regimen as it was entered, or "none". */
export const bridgingWords = (bridging = said.notRecorded) => (bridging === 'none' ? said.none : bridging);

/** The next step, which the service names in a few words. */
export const stepWords = step => said.steps[step] ?? spoken(step);

/** Whose move the next step is. */
export const ownerWords = owner => said.owners[owner] ?? spoken(owner);

export const controlWords = control => (control === undefined ? said.notRecorded : spoken(control));
