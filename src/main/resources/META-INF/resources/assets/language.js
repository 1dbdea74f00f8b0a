// The language of a page: what the person chose in this browser, else the first one that the browser asks for.
// A page has one module of words for each language, and all of them have the same keys.

import { element } from './element.js';

const STORED = 'vigil.language';
const ELSE = 'en';

/** @param books the words of each language, by its code */
export function wordsOf(books) {
    const asked = [localStorage.getItem(STORED) ?? '', ...navigator.languages].map(each => each.slice(0, 2));
    const code = asked.find(each => each in books) ?? ELSE;
    document.documentElement.lang = code;
    return books[code];
}

/**
 * A button for each language, named in that language.
 *
 * @param chosen called when another language is chosen
 */
export function languageSwitch(books, chosen) {
    const choose = code => {
        localStorage.setItem(STORED, code);
        chosen();
    };
    const current = wordsOf(books);
    return element(
        'div',
        { class: 'languages', role: 'group', 'aria-label': current.language },
        Object.entries(books).map(([code, words]) =>
            element(
                'button',
                { type: 'button', lang: code, 'aria-pressed': `${words === current}`, onclick: () => choose(code) },
                words.name,
            ),
        ),
    );
}
