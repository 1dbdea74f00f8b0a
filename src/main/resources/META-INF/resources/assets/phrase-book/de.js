// Die Sätze des Dienstes auf Deutsch. Ärztinnen und Ärzte des Zentrums prüfen jede Änderung.

import { ALERTS } from './de/alerts.js';
import { CONTEXT } from './de/context.js';
import { ENTRIES } from './de/entries.js';
import { GRADES } from './de/grades.js';
import { JOURNEYS } from './de/journeys.js';
import { LISTS } from './de/lists.js';
import { PROTOCOL } from './de/protocol.js';
import { REFUSALS } from './de/refusals.js';

/**
 * A template has the English sentence and the German one. A place of a list, such as `{drug}`, takes only the words of
 * that list, and `{drug*}` several of them; `{sentence}` takes what the book has as well; `{n}` is a number, `{at}` an
 * instant, `{when}` a clock with or without its day, `{text}` what a person or a system wrote. `[one|several]` goes by
 * the number `{n}`, and `[?a part]` can be missing.
 */
export const GERMAN = {
    lists: LISTS,
    templates: [GRADES, ALERTS, ENTRIES, PROTOCOL, CONTEXT, JOURNEYS, REFUSALS].flat(),
    joints: { ', ': ', ', ' and ': ' und ', ' or ': ' oder ' },
    months: {
        Jan: 'Jan.',
        Feb: 'Feb.',
        Mar: 'März',
        Apr: 'Apr.',
        May: 'Mai',
        Jun: 'Juni',
        Jul: 'Juli',
        Aug: 'Aug.',
        Sep: 'Sept.',
        Oct: 'Okt.',
        Nov: 'Nov.',
        Dec: 'Dez.',
    },
    ordinal: day => `${day}.`,
};
