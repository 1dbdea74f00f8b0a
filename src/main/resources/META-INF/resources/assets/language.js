// The language of a page: what the person chose in this browser, else the first one that the browser asks for.
// A page has one module of words for each language, and all of them have the same keys.

import { element } from './element.js';

const STORED = 'vigil.language';
const FALLBACK = 'en';

/** @param byLanguage the words of each language, by its code */
export function wordsOf(byLanguage) {
    const asked = [localStorage.getItem(STORED) ?? '', ...navigator.languages].map(each => each.slice(0, 2));
    const code = asked.find(each => each in byLanguage) ?? FALLBACK;
    document.documentElement.lang = code;
    return byLanguage[code];
}

/**
 * A button for each language, named in that language.
 *
 * @param chosen called when another language is chosen
 */
export function languageSwitch(byLanguage, chosen) {
    const choose = code => {
        localStorage.setItem(STORED, code);
        chosen();
    };
    const current = wordsOf(byLanguage);
    return element(
        'div',
        { class: 'languages', role: 'group', 'aria-label': current.language },
        Object.entries(byLanguage).map(([code, words]) =>
            element(
                'button',
                { type: 'button', lang: code, 'aria-pressed': `${words === current}`, onclick: () => choose(code) },
                words.name,
            ),
        ),
    );
}
