// The text of a check that is due, overdue or paused.

import { element } from './element.js';
import { words } from './phrases.js';
import { age, distance, moment } from './time.js';
import { spoken, spokenWithin } from './words.js';

const SAYS = words.due;

const pausedWords = ({ check, paused }) =>
    SAYS.paused(spoken(check), moment(paused.until), spokenWithin(paused.reason));

const MOST_NAMED = 3;

/** The parts that are too old, each with its last time; nothing if the check has only one part. */
const missing = ({ parts = [] }) => {
    const old = parts.filter(part => part.missing);
    return parts.length > 1 && old.length > 0 ? SAYS.missing(old.map(lastSeen).join(', ')) : '';
};

function lastSeen({ part, lastAt }) {
    return lastAt ? SAYS.lastSeen(spoken(part), moment(lastAt)) : spoken(part);
}

/** The same for a row without room for every name. */
const counted = one => {
    const old = (one.parts ?? []).filter(part => part.missing);
    return old.length > MOST_NAMED ? SAYS.someMissing(old.length, one.parts.length) : missing(one);
};

const notDone = ({ notDone: missed }) => (missed ? SAYS.notDone(moment(missed.at), spokenWithin(missed.reason)) : '');

/** With an age that updates itself, and with the names of missing parts. */
export const due = one => planned(one, missing);

/** The same in brief. */
export const dueBriefly = one => planned(one, counted);

function planned(one, tellMissing) {
    if (one.paused) return element('li', { class: 'paused' }, pausedWords(one));
    const when = element('span', { class: 'whole quiet' }, '(', age(one.dueAt), ')');
    return one.overdue
        ? element(
              'li',
              { class: 'overdue' },
              SAYS.overdue(spoken(one.check), notDone(one), moment(one.dueAt), tellMissing(one)),
              when,
          )
        : element('li', {}, SAYS.planned(spoken(one.check), notDone(one), moment(one.dueAt)), when);
}

/** The same for paper. */
export const dueWords = one =>
    one.paused
        ? pausedWords(one)
        : (one.overdue ? SAYS.overdueOnPaper : SAYS.plannedOnPaper)(
              spoken(one.check),
              notDone(one),
              moment(one.dueAt),
              missing(one),
              distance(one.dueAt),
          );
