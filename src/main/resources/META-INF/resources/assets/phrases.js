// What the pages of the staff say, in the language of the user. The file of each language has the same keys.

import { wordsOf } from './language.js';
import { de } from './words/de.js';
import { en } from './words/en.js';

export const LANGUAGES = { en, de };

export const words = wordsOf(LANGUAGES);

/** Puts the words into the markup of the page, which is English: `data-words="board.empty"` names those of the text. */
document.querySelectorAll('[data-words]').forEach(each => {
    each.textContent = named(each.dataset.words);
});
/** `data-words-label="board.patients"` names those of the label for screen readers. */
document.querySelectorAll('[data-words-label]').forEach(each => {
    each.setAttribute('aria-label', named(each.dataset.wordsLabel));
});

function named(path) {
    return path.split('.').reduce((found, key) => found[key], words);
}
