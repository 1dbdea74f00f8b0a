// How loud alerts are: for each ward by day and by night, in this browser.

import { words } from './phrases.js';
import { clock, now } from './time.js';

const STORED = 'vigil.volume';
/** The settings of every ward without settings of its own. */
export const EVERY_WARD = '';
/** Night hours are those of the hospital. `night` is a share of the full volume, like `day`. */
const USUAL = { day: 1, nightly: false, from: '22:00', to: '06:00', night: 0.4 };
/** The least for each priority: the settings stay in the browser for every later user. Only a low one may be silent. */
const LEAST = { high: 0.3, medium: 0.15, low: 0 };
const PERCENT = 100;

const all = () => JSON.parse(localStorage.getItem(STORED) ?? '{}');

/** The settings of a ward. */
export const volumeFor = ward => ({ ...USUAL, ...(all()[ward] ?? all()[EVERY_WARD]) });

export function setVolume(ward, settings) {
    localStorage.setItem(STORED, JSON.stringify({ ...all(), [ward]: settings }));
}

/** The share of the full volume for an alert of a ward now. */
export function loudness(priority, ward = EVERY_WARD) {
    const { day, nightly, from, to, night } = volumeFor(ward);
    return Math.max(LEAST[priority], nightly && isNight(clock(now()), from, to) ? night : day);
}

/** Most nights begin before midnight and end after it. */
const isNight = (time, from, to) => (from <= to ? time >= from && time < to : time >= from || time < to);

/** What is quieter now than usual, in words; empty if nothing is. */
export function quietNow() {
    const heard = (priority, ward) =>
        words.volume.heard(words.frame.priorities[priority], Math.round(loudness(priority, ward) * PERCENT));
    const parts = [...new Set([EVERY_WARD, ...Object.keys(all())])]
        .filter(ward => loudness('low', ward) < 1)
        .map(ward =>
            words.volume.ofWard(
                ward || words.volume.everyWard,
                Object.keys(LEAST)
                    .map(each => heard(each, ward))
                    .join(', '),
            ),
        );
    return parts.length > 0 ? words.volume.quieter(parts.join('; ')) : '';
}
