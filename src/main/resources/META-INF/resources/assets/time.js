// Formats times: the wall clock of the ward, and how long ago.

import { fixed } from './decimals.js';
import { element } from './element.js';
import { words } from './phrases.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = { hour: '2-digit', minute: '2-digit' };
const SECONDS = { ...CLOCK, second: '2-digit' };
const DAY_OF_YEAR = { day: 'numeric', month: 'short' };
const SHORT_DATE = { ...DAY_OF_YEAR, year: 'numeric' };
const DATE = { day: 'numeric', month: 'long', year: 'numeric' };
const CALENDAR = new Intl.DateTimeFormat(words.locale, { ...DATE, timeZone: 'UTC' });
const FIELDS = { ...CLOCK, year: 'numeric', month: '2-digit', day: '2-digit', hourCycle: 'h23' };

/** The hospital's zone, once the service has told it; the browser's before. */
let zone;
/** How far the service's clock is ahead of this computer's, in milliseconds. */
let ahead = 0;
const formats = new Map();

/** All times are those of the hospital, by the clock of the service. */
export function useHospitalTime(timeZone, millisecondsAhead) {
    zone = timeZone;
    ahead = millisecondsAhead;
    formats.clear();
}

export const hospitalZone = () => zone;

/** The present time by the service's clock, in milliseconds. */
export const now = () => Date.now() + ahead;

function format(options) {
    if (!formats.has(options))
        formats.set(options, new Intl.DateTimeFormat(words.locale, { ...options, timeZone: zone }));
    return formats.get(options);
}

export const clock = at => format(CLOCK).format(new Date(at));
export const clockSeconds = at => format(SECONDS).format(new Date(at));
export const date = at => format(DATE).format(new Date(at));
/** With the year, for dates that may be of another one. */
export const dateAndClock = at => `${format(SHORT_DATE).format(new Date(at))}, ${clock(at)}`;
/** A calendar day without a time, such as a date of birth: it is the same day in every zone. */
export const calendarDay = day => CALENDAR.format(new Date(day));
/** "26 Nov", for the columns of a picture. */
export const shortCalendarDay = day => calendarDay(day).replace(/(\d+\.? \S{3}).*/, '$1');
export const dayOfYear = at => format(DAY_OF_YEAR).format(new Date(at));
export const dayAndClock = at => `${dayOfYear(at)}, ${clock(at)}`;

/** Only the clock for today, else with the day. */
export const moment = at => (sameDay(at, now()) ? clock(at) : dayAndClock(at));

/** "3 min", "5 h 10 min", "2 d 4 h". */
export function span(milliseconds) {
    const length = Math.abs(milliseconds);
    if (length < MINUTE) return words.time.underAMinute;
    if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
    if (length < DAY) return two(Math.floor(length / HOUR), 'h', Math.floor((length % HOUR) / MINUTE), 'min');
    return two(Math.floor(length / DAY), 'd', Math.floor((length % DAY) / HOUR), 'h');
}

/** "3 min ago", "in 2 h". */
export function distance(at, from = now()) {
    const behind = from - Date.parse(at);
    return behind >= 0 ? words.time.ago(span(behind)) : words.time.ahead(span(behind));
}

/** An element that shows how long ago, and updates itself. Old values are marked. */
export const age = (at, oldAfterHours = Infinity) =>
    tell(element('time', { class: 'age', datetime: at, title: dayAndClock(at), 'data-old': oldAfterHours }));

/** The same without "ago", for lists of many ages. */
export const shortAge = (at, oldAfterHours = Infinity) =>
    tell(
        element('time', {
            class: 'age',
            datetime: at,
            title: dayAndClock(at),
            'data-old': oldAfterHours,
            'data-short': true,
        }),
    );

/** Hours since the infusion as "+74.5 h". */
export const hoursAfter = (at, infusedAt) => {
    const hours = (Date.parse(at) - Date.parse(infusedAt)) / HOUR;
    return `${hours < 0 ? '−' : '+'}${fixed(Math.abs(hours), 1)} h`;
};

/** An instant on the wall clock and since the infusion. */
export const when = (at, infusedAt) =>
    element('time', { class: 'when', datetime: at }, `${dayAndClock(at)} (${hoursAfter(at, infusedAt)})`);

/** The value of a `datetime-local` field, in the hospital's zone. */
export function localInput(at = new Date(now())) {
    const part = Object.fromEntries(
        format(FIELDS)
            .formatToParts(at)
            .map(({ type, value }) => [type, value]),
    );
    return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

/**
 * The instants at which the hospital's clock shows a text of a `datetime-local` field: one as a rule, two in the hour
 * that comes twice in autumn, none in the hour that is left out in spring.
 */
export function instants(text) {
    const asUtc = Date.parse(`${text}Z`);
    const offsets = [-DAY, DAY].map(apart => offset(asUtc + apart));
    return [...new Set(offsets.map(each => asUtc - each))]
        .sort((one, other) => one - other)
        .filter(at => localInput(new Date(at)) === text.slice(0, 16))
        .map(at => new Date(at).toISOString());
}

/** How far the hospital's clock is ahead of UTC at a time, in milliseconds. */
const offset = at => Date.parse(`${localInput(new Date(at))}Z`) - Math.floor(at / MINUTE) * MINUTE;

function tell(node) {
    const at = node.getAttribute('datetime');
    node.textContent = 'short' in node.dataset ? span(now() - Date.parse(at)) : distance(at);
    node.classList.toggle('old', now() - Date.parse(at) > Number(node.dataset.old) * HOUR);
    return node;
}

const two = (large, largeUnit, small, smallUnit) =>
    small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;

const sameDay = (one, other) => date(one) === date(other);

setInterval(() => document.querySelectorAll('time.age').forEach(tell), 10_000);
