// A check that is due, overdue or paused, as a ward says it.

import { element } from './element.js';
import { age, distance, moment } from './time.js';
import { spoken } from './words.js';

const pausedWords = ({ check, paused }) => `${spoken(check)} paused until ${moment(paused.until)}: ${spoken(paused.reason).toLowerCase()}`;

/** With an age that counts on. */
export function due(one) {
    if (one.paused) return element('li', { class: 'paused' }, pausedWords(one));
    const when = element('span', { class: 'whole quiet' }, '(', age(one.dueAt), ')');
    return one.overdue
        ? element('li', { class: 'overdue' }, `${spoken(one.check)} overdue since ${moment(one.dueAt)} `, when)
        : element('li', {}, `${spoken(one.check)} ${moment(one.dueAt)} `, when);
}

/** The same for paper. */
export const dueWords = one =>
    one.paused ? pausedWords(one) : `${spoken(one.check)} ${one.overdue ? 'overdue since' : 'at'} ${moment(one.dueAt)} (${distance(one.dueAt)})`;
