// What became of an entry: it waits, was refused, or is with the centre. Nothing here says that somebody is well.

import { element } from '../element.js';
import { entrySaid } from './phrases.js';

/** @param putAway called with the observation that was refused, once it is read */
export const waitingEntry = (words, { body, refused }, putAway) =>
    element(
        'div',
        { class: 'warning' },
        element('p', {}, element('strong', {}, refused ? words.refused : words.waiting)),
        element('p', {}, entrySaid(words, body)),
        refused && element('button', { type: 'button', onclick: () => putAway(body) }, words.putAway),
    );

/** An entry that the service has acknowledged. */
export const savedEntry = (words, body) =>
    element('p', { class: 'card' }, element('strong', {}, words.saved), ` ${entrySaid(words, body)}`);
