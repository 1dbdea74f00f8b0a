// Formats times: the wall clock of the ward, and how long ago.

import { element } from './element.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const secondsFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

export const clock = at => clockFormat.format(new Date(at));
export const clockSeconds = at => secondsFormat.format(new Date(at));
export const date = at => dateFormat.format(new Date(at));
export const dayAndClock = at => `${dayFormat.format(new Date(at))}, ${clock(at)}`;

/** Only the clock for today, else with the day. */
export const moment = at => (sameDay(new Date(at), new Date()) ? clock(at) : dayAndClock(at));

/** "3 min", "5 h 10 min", "2 d 4 h". */
export function span(milliseconds) {
    const length = Math.abs(milliseconds);
    if (length < MINUTE) return 'under 1 min';
    if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
    if (length < DAY) return two(Math.floor(length / HOUR), 'h', Math.floor((length % HOUR) / MINUTE), 'min');
    return two(Math.floor(length / DAY), 'd', Math.floor((length % DAY) / HOUR), 'h');
}

/** "3 min ago", "in 2 h". */
export function distance(at, now = Date.now()) {
    const behind = now - Date.parse(at);
    return behind >= 0 ? `${span(behind)} ago` : `in ${span(behind)}`;
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
    return `${hours < 0 ? '−' : '+'}${Math.abs(hours).toFixed(1)} h`;
};

/** An instant on the wall clock and since the infusion. */
export const when = (at, infusedAt) =>
    element('time', { class: 'when', datetime: at }, `${dayAndClock(at)} (${hoursAfter(at, infusedAt)})`);

/** The value of a `datetime-local` field, in the zone of this browser. */
export function localInput(at = new Date()) {
    const shifted = new Date(at.getTime() - at.getTimezoneOffset() * MINUTE);
    return shifted.toISOString().slice(0, 16);
}

/** The instant in a `datetime-local` field. */
export const fromLocalInput = text => new Date(text).toISOString();

function tell(node) {
    const at = node.getAttribute('datetime');
    node.textContent = 'short' in node.dataset ? span(Date.now() - Date.parse(at)) : distance(at);
    node.classList.toggle('old', Date.now() - Date.parse(at) > Number(node.dataset.old) * HOUR);
    return node;
}

const two = (large, largeUnit, small, smallUnit) =>
    small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;

const sameDay = (one, other) => one.toDateString() === other.toDateString();

setInterval(() => document.querySelectorAll('time.age').forEach(tell), 10_000);
