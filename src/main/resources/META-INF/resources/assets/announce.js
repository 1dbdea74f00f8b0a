// Announces changes to a screen reader: politely, or at once if they cannot wait.

import { element } from './element.js';

const polite = element('div', { class: 'unseen', 'aria-live': 'polite', id: 'polite' });
const assertive = element('div', { class: 'unseen', 'aria-live': 'assertive', id: 'assertive' });
document.body.append(polite, assertive);

export const announce = sentence => say(polite, sentence);
export const announceAtOnce = sentence => say(assertive, sentence);

/** Each sentence is a new node, because a screen reader would not read an equal one again. */
function say(region, sentence) {
    region.replaceChildren(element('p', {}, sentence));
}
