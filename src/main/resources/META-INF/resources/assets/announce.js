// Tells a screen reader what changed: politely, or at once for what cannot wait.

import { element } from './element.js';

const polite = element('div', { class: 'unseen', 'aria-live': 'polite', id: 'polite' });
const assertive = element('div', { class: 'unseen', 'aria-live': 'assertive', id: 'assertive' });
document.body.append(polite, assertive);

export const announce = sentence => say(polite, sentence);
export const announceAtOnce = sentence => say(assertive, sentence);

/** The same sentence twice would not be read again: each is a new node. */
function say(region, sentence) {
    region.replaceChildren(element('p', {}, sentence));
}
