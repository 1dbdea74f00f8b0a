// The text of a check that is due, overdue or paused.

import { element } from './element.js';
import { age, distance, moment } from './time.js';
import { spoken } from './words.js';

const pausedWords = ({ check, paused }) =>
    `${spoken(check)} paused until ${moment(paused.until)}: ${spoken(paused.reason).toLowerCase()}`;

const MOST_NAMED = 3;

/** The parts that are too old, each with its last time; nothing if the check has only one part. */
const missing = ({ parts = [] }) => {
    const old = parts.filter(part => part.missing);
    return parts.length > 1 && old.length > 0 ? `: no ${old.map(lastSeen).join(', ')} ` : '';
};

function lastSeen({ part, lastAt }) {
    return `${spoken(part)}${lastAt ? ` since ${moment(lastAt)}` : ''}`;
}

/** The same for a row without room for every name. */
const counted = one => {
    const old = (one.parts ?? []).filter(part => part.missing);
    return old.length > MOST_NAMED ? `: ${old.length} of ${one.parts.length} values ` : missing(one);
};

const notDone = ({ notDone: missed }) =>
    missed ? `not done ${moment(missed.at)}: ${spoken(missed.reason).toLowerCase()}, again ` : '';

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
              `${spoken(one.check)} ${notDone(one)}overdue since ${moment(one.dueAt)}${tellMissing(one)} `,
              when,
          )
        : element('li', {}, `${spoken(one.check)} ${notDone(one)}${moment(one.dueAt)} `, when);
}

/** The same for paper. */
export const dueWords = one =>
    one.paused
        ? pausedWords(one)
        : `${spoken(one.check)} ${notDone(one)}${one.overdue ? 'overdue since' : 'at'} ` +
          `${moment(one.dueAt)}${missing(one)} (${distance(one.dueAt)})`;
