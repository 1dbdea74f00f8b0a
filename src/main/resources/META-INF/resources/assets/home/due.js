// What is due now and next, and what was entered last.

import { element } from '../element.js';
import { now } from '../time.js';
import { numbersSaid, signsSaid, whenSaid } from './phrases.js';

export const isDue = ({ dueAt }) => Date.parse(dueAt) <= now();

/** @param asOf when this was read, if it cannot be read anew; 0 if it never was */
export const dueParts = (words, checks, asOf) => [
    checks && dueList(words, checks),
    asOf !== undefined &&
        element('p', { class: 'quiet' }, asOf === 0 ? words.dueUnread : words.readAt(whenSaid(words, asOf))),
];

const dueList = (words, checks) =>
    element(
        'ul',
        { class: 'plain' },
        checks.map(check => element('li', { 'data-due': isDue(check) }, dueSaid(words, check))),
    );

function dueSaid(words, check) {
    const what = words.checks[check.check];
    return isDue(check)
        ? element('strong', {}, words.dueNow(`${what}${missing(words, check)}`))
        : words.dueNext(what, whenSaid(words, check.dueAt));
}

function missing(words, { missing: parts }) {
    const known = parts.filter(part => part in words.parts).map(part => words.parts[part]);
    return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

export const entryList = (words, entries) =>
    entries.length === 0
        ? element('p', {}, words.entriesNone)
        : element(
              'ul',
              { class: 'plain' },
              entries.map(entry => element('li', {}, `${whatSaid(words, entry)} ${whenSaid(words, entry.at)}`)),
          );

const whatSaid = (words, { values, signs }) => (signs ? signsSaid(words, signs) : numbersSaid(words, values));
