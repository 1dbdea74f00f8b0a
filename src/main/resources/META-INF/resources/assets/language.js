// The language of a page: what the person chose in this browser, else the first one that the browser asks for.
// A page has one module of words for each language, and all of them have the same keys.

import { element } from './element.js';

const STORED = 'vigil.language';
const FALLBACK = 'en';
/** Whose language this tab has taken. */
const ADOPTED = 'vigil.language-of';

/** @param byLanguage the words of each language, by its code */
export function wordsOf(byLanguage) {
    const asked = [localStorage.getItem(STORED) ?? '', ...navigator.languages].map(each => each.slice(0, 2));
    const code = asked.find(each => each in byLanguage) ?? FALLBACK;
    document.documentElement.lang = code;
    return byLanguage[code];
}

/**
 * Takes the language that a user has chosen. Returns whether the page must be read again for it. Once for each user
 * of this tab: after a change, two processes of the service may tell different languages for a minute.
 */
export function adopt(code, username, byLanguage) {
    const isNew = Object.hasOwn(byLanguage, code) && sessionStorage.getItem(ADOPTED) !== username;
    if (!isNew) return false;
    storeLanguage(code, username);
    return document.documentElement.lang !== code && localStorage.getItem(STORED) === code;
}

/** Keeps a choice in this browser, as far as there is room. */
export function storeLanguage(code, username = '') {
    try {
        sessionStorage.setItem(ADOPTED, username);
        localStorage.setItem(STORED, code);
    } catch {
        // The page goes on in its language.
    }
}

/**
 * A button for each language, named in that language.
 *
 * @param chosen called with the code of the language, if it is another one; it keeps the choice
 * @param brief whether only the code is seen, where there is little room
 */
export function languageSwitch(byLanguage, chosen, { brief = false } = {}) {
    const current = wordsOf(byLanguage);
    return element(
        'div',
        { class: 'languages', role: 'group', 'aria-label': current.language },
        Object.entries(byLanguage).map(([code, words]) =>
            element(
                'button',
                {
                    type: 'button',
                    lang: code,
                    'aria-pressed': `${words === current}`,
                    'aria-label': brief && words.name,
                    title: brief && words.name,
                    onclick: () => words !== current && chosen(code),
                },
                brief ? code.toUpperCase() : words.name,
            ),
        ),
    );
}
