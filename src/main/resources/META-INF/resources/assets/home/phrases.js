// Numbers, times and entries in the words of the language.

import { element } from '../element.js';
import { clock, date, hospitalZone, now } from '../time.js';

const DAY = { weekday: 'short', day: 'numeric', month: 'short' };

/** "at 08:10", or with the day if it is not today. */
export function whenSaid(words, at) {
    if (date(at) === date(now())) return words.today(clock(at));
    const day = new Intl.DateTimeFormat(words.locale, { ...DAY, timeZone: hospitalZone() });
    return words.otherDay(day.format(new Date(at)), clock(at));
}

/** Above a form that comes back with what was begun. */
export const restoredLine = (words, begun) =>
    begun !== undefined &&
    element('p', { class: 'warning restored', role: 'status' }, words.begun(whenSaid(words, begun)));

/** "38.4 °C, pulse 92". What this page does not ask for is left out. */
export const numbersSaid = (words, readings) =>
    Object.entries(readings)
        .filter(([field]) => field in words.values)
        .map(([field, number]) => numberSaid(words, field, number))
        .join(', ');

export const numberSaid = (words, field, number) => words.values[field](number.toLocaleString(words.locale));

/** The signs that are new or worse, or that there is none. */
export const signsSaid = (words, signs) =>
    signs.length === 0 ? words.signsNone : words.signsSome(signs.map(sign => words.signs[sign].short).join(', '));

/** What an observation says that waits in this browser. */
export function entrySaid(words, body) {
    const what =
        body.kind === 'home-check'
            ? signsSaid(
                  words,
                  Object.keys(words.signs).filter(sign => body[sign]),
              )
            : numbersSaid(words, body);
    return `${what} ${whenSaid(words, body.effectiveAt)}`;
}
