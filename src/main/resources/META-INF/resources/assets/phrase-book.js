// The sentences of the service, which speaks English, in the language of the page. A phrase book has a template for
// each of them. What no template matches as a whole is shown as it came: never half a sentence, never a guess.

import { shown } from './number.js';
import { GERMAN } from './phrase-book/de.js';
import { words } from './phrases.js';

const BOOKS = { de: GERMAN };
/** More texts than a ward shows at a time. */
const MOST_KEPT = 5000;
/** A longer text is no sentence of the service. */
const LONGEST = 1000;
/** More separators are those of a person's text, and it would take long to try them all. */
const MOST_PARTS = 30;

const PLACE = /\{([a-z]+)(\d*)(\*?)\}/g;
const ANY_PLACE = /\{[a-z]+\d*\*?\}/;
const AT_BEGIN = /^\{([a-z]+)\d*\*?\}/;
const LOOSE_END = /\{text\d*\}$/;
const COUNTED = /\[[^?\]|]*\|[^\]]*\]/;
const BY_NUMBER = /\[([^?\]|]*)\|([^\]]*)\]/g;
const OPTIONAL = /\[\?([^\]]*)\]/;
const SPECIAL = /[.*+?^${}()|[\]\\/-]/g;
const SEPARATOR = /[.;] | or /g;

const POINT = shown(0.5).charAt(1);

/** What may stand in a place, as an expression. The lists of the book are further kinds. */
const KINDS = {
    n: '-?\\d+(?:\\.\\d+)?',
    unit: '[^\\s,;:()]+',
    span: '\\d+ (?:min|h|d|s)(?: \\d+ min)?',
    at: '\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z)?',
    day: '\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \\d{4})?',
    when: '(?:\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) )?\\d\\d:\\d\\d',
    days: '-?\\d+(?:, -?\\d+)*',
    ids: '[A-Z]+-\\d+(?:, [A-Z]+-\\d+)*',
    id: '\\S+?',
    /** The name of a field is no word of a sentence: it has a part, a number or a capital letter within. */
    field: '[a-z]+(?:[A-Z\\d.\\[][\\w.\\[\\]]*)',
    name: '(?:(?![.;] ).)+?',
    plain: '(?:(?![.,;:] ).)+',
    words: '[\\w-]+(?:, [\\w-]+)*',
    text: '.+?',
    sentence: '.+?',
};
const MONTH = /\b[A-Z][a-z]{2}\b/;

/** A text of a person at the end could swallow sentences that follow, so such a template comes after all others. */
const [CLOSE, LOOSE] = ['close', 'loose'];

const kept = new Map();

/** A sentence of the service in the language of the page, or as it came. Instants and units stay as they are. */
export const translated = text => inBook(text) ?? text;

/** The `lang` of an element whose text is such a sentence: it is English if the book does not have it. */
export const langOf = text => (book && text && inBook(text) === undefined ? 'en' : undefined);

function inBook(text) {
    if (!book || typeof text !== 'string' || text.length > LONGEST) return undefined;
    if (!kept.has(text)) {
        if (kept.size > MOST_KEPT) kept.clear();
        kept.set(text, undefined);
        kept.set(text, part(text, CLOSE) ?? ended(text) ?? parted(text) ?? part(text, LOOSE));
    }
    return kept.get(text);
}

/** By one template. The service begins some sentences with a small letter, and pages with a capital one. */
function part(text, kind) {
    const found = whole(text, kind);
    if (found !== undefined || !/^[A-Z](?=[a-z ])/.test(text)) return found;
    const small = whole(text.charAt(0).toLowerCase() + text.slice(1), kind);
    return small && small.charAt(0).toUpperCase() + small.slice(1);
}

function whole(text, kind) {
    if (book.exact.has(text)) return book.exact.get(text);
    const templates = book.byWord.get(firstWord(text)) ?? [];
    for (const template of [...templates, ...book.others]) {
        const found = template.kind === kind ? matched(template, text) : undefined;
        if (found !== undefined) return found;
    }
    return undefined;
}

function ended(text) {
    if (!text.endsWith('.')) return undefined;
    const found = inBook(text.slice(0, -1));
    return found && stopped(found, '.');
}

/** By the sentences that a text is made of, if the book has each of them. */
function parted(text) {
    const marks = [...text.matchAll(SEPARATOR)];
    if (marks.length > MOST_PARTS) return undefined;
    for (const { 0: mark, index } of marks) {
        const first = part(text.slice(0, index), CLOSE);
        const rest = first === undefined ? undefined : inBook(text.slice(index + mark.length));
        if (rest !== undefined) return `${stopped(first, book.joints[mark] ?? mark)}${rest}`;
    }
    return undefined;
}

/** A month may end with a full stop of its own. */
const stopped = (text, mark) => (text.endsWith('.') && mark.startsWith('.') ? text + mark.slice(1) : text + mark);

function matched(template, text) {
    template.expression ??= prepared(template);
    const found = template.expression.exec(text);
    if (!found) return undefined;
    const values = new Map();
    for (const [index, { name, kind, many }] of template.places.entries()) {
        const value = written(kind, many, found[index + 1]);
        if (value === undefined) return undefined;
        values.set(name, value);
    }
    return template.target.replace(PLACE, place => values.get(place));
}

function written(kind, many, text) {
    if (kind === 'sentence') return inBook(text);
    if (kind === 'n') return text.replace('.', POINT);
    if (kind === 'day' || kind === 'when') return inLanguage(text);
    if (!book.lists.has(kind)) return text;
    const list = book.lists.get(kind);
    return many ? listed(list, text) : list.words.get(text);
}

/** "3 Nov 15:08" as the language writes it. */
const inLanguage = text => text.replace(MONTH, month => book.months[month]).replace(/^\d+(?= )/, book.ordinal);

/** "a, b or c", each of the list. */
const listed = (list, text) => text.replace(list.parts, part => list.words.get(part) ?? book.joints[part]);

function opened(source) {
    if (!source) return undefined;
    const { lists, templates, joints, months, ordinal } = source;
    const known = new Map(Object.entries(lists).map(([name, members]) => [name, listOf(members, joints)]));
    const made = { exact: new Map(), byWord: new Map(), others: [], lists: known, joints, months, ordinal };
    for (const [text, target] of templates) {
        counted(text, target).forEach(([one, other]) => {
            chosen(one, other).forEach(variant => enter(made, ...variant));
        });
    }
    return made;
}

function listOf(members, joints) {
    const either = Object.keys(members)
        .map(escaped)
        .sort((one, other) => other.length - one.length)
        .join('|');
    const joint = Object.keys(joints).map(escaped).join('|');
    return {
        words: new Map(Object.entries(members)),
        begins: [...new Set(Object.keys(members).map(firstWord))],
        one: either,
        many: `(?:${either})(?:(?:${joint})(?:${either}))*`,
        parts: new RegExp(`${either}|${joint}`, 'g'),
    };
}

/** `[one|several]` is written by the number of the place `{n}`. */
const counted = (text, target) =>
    COUNTED.test(text)
        ? [
              [
                  text.replaceAll('{n}', '1').replace(BY_NUMBER, '$1'),
                  target.replaceAll('{n}', '1').replace(BY_NUMBER, '$1'),
              ],
              [text.replace(BY_NUMBER, '$2'), target.replace(BY_NUMBER, '$2')],
          ]
        : [[text, target]];

/** `[?a part]` may be left out, in both languages. With it the template comes first: it says more. */
const chosen = (text, target) =>
    OPTIONAL.test(text)
        ? ['$1', ''].flatMap(part => chosen(text.replace(OPTIONAL, part), target.replace(OPTIONAL, part)))
        : [[text, target]];

function enter(made, text, target) {
    if (!text.includes('{')) {
        made.exact.set(text, target);
        return;
    }
    const template = { text, target, kind: LOOSE_END.test(text) ? LOOSE : CLOSE };
    const keys = firstWords(made, text);
    if (keys) keys.forEach(key => made.byWord.get(key)?.push(template) ?? made.byWord.set(key, [template]));
    else made.others.push(template);
}

/** The words with which a text of the template can begin, or undefined if that can be any. */
function firstWords(made, text) {
    const word = firstWord(text);
    if (!word.includes('{')) return [word];
    const [name, kind] = word.match(AT_BEGIN) ?? [''];
    return name && made.lists.get(kind)?.begins;
}

/** A template is made into an expression when a text might be of it: a page meets few of them. */
function prepared(template) {
    const { text } = template;
    template.places = [...text.matchAll(PLACE)].map(([name, kind, , many]) => ({ name, kind, many: many !== '' }));
    const literals = text.split(ANY_PLACE).map(escaped);
    const source = literals.reduce((before, literal, index) => before + place(template.places[index - 1]) + literal);
    return new RegExp(`^${source}$`, 's');
}

function place({ kind, many }) {
    const list = book.lists.get(kind);
    return `(${list ? list[many ? 'many' : 'one'] : KINDS[kind]})`;
}

const escaped = text => text.replace(SPECIAL, '\\$&');

/** Without the mark that may follow it. */
const firstWord = text => text.split(' ', 1)[0].replace(/[,;:]+$/, '');

/** Made last: it needs what stands above. English needs none. */
const book = opened(BOOKS[words.locale.slice(0, 2)]);
