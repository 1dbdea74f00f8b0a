// One loudspeaker, one alarm: of all tabs of a browser one sounds. It holds a lock, and the browser passes the lock on
// when the tab closes. A tab without the lock waits a moment, and sounds nevertheless if nobody said that the alert was
// sounded: a tab may hang, and a wall hears its own ward only. What a hidden tab sounded may not be heard, because a
// browser mutes each tab by itself: a tab that somebody sees sounds with it.

import { onSoundState, soundState } from './sound.js';

const NAME = 'vigil.sound';
/** How long a tab without the lock waits. */
const WAIT = 2_000;
/** Longer than any time within which an alert counts as sounded. */
const FORGOTTEN = 120_000;

/** What another tab sounded last, by the ids of the alerts: when, and whether that tab was hidden. */
const sounded = new Map();
/** What waits here for another tab: each looks again when a tab has sounded. */
const waits = new Set();
const channel = new BroadcastChannel(NAME);
const listeners = new Set();
/** Without https a browser has no locks: then each tab sounds. */
let leads = !navigator.locks;
/** Whether another tab was seen to hold the lock. */
let elsewhere = false;
let candidacy;
let release = () => {};

channel.onmessage = ({ data: { ids, hidden } }) => {
    note(ids, hidden);
    waits.forEach(look => look());
};
onSoundState(stand);
stand();

/** Whether this tab is the one that sounds; also while no tab holds the lock. */
export const soundsHere = () => !elsewhere;

/** Calls back when this tab becomes the one that sounds, or is so no more. */
export const onSounding = listener => listeners.add(listener);

/**
 * Sounds alerts, unless another tab does.
 *
 * @param ids of the alerts
 * @param within how long before now the alerts count as sounded
 * @param sound starts the sound, and returns what stops it
 * @return stops it
 */
export function soundOnce(ids, within, sound) {
    if (leads) return begin(ids, sound);
    let stop = () => {};
    const end = () => {
        clearTimeout(late);
        waits.delete(look);
    };
    const start = () => {
        end();
        stop = begin(ids, sound);
    };
    const look = () => isSoundedUnseen(ids, within) && start();
    const late = setTimeout(() => (isSounded(ids, within) ? end() : start()), WAIT);
    waits.add(look);
    look();
    return () => {
        end();
        stop();
    };
}

/** Only what other tabs sounded is noted: what this tab sounded itself keeps no repetition from sounding. */
function begin(ids, sound) {
    if (soundState() === 'on') channel.postMessage({ ids, hidden: document.hidden });
    return sound();
}

function note(ids, hidden) {
    const now = Date.now();
    sounded.forEach(({ at }, id) => now - at > FORGOTTEN && sounded.delete(id));
    ids.forEach(id => sounded.set(id, { at: now, hidden }));
}

/** Whether another tab sounded all alerts so that it is enough: what a hidden tab sounds is enough for hidden ones. */
const isSounded = (ids, within) =>
    ids.every(id => isRecent(sounded.get(id), within) && (document.hidden || !sounded.get(id).hidden));

/** Whether a hidden tab sounded the alerts, and somebody sees this one. */
const isSoundedUnseen = (ids, within) =>
    ids.every(id => isRecent(sounded.get(id), within)) && !isSounded(ids, within);

/** A time in the future comes from a clock that was set back since, and says nothing. */
function isRecent(told, within) {
    const ago = told ? Date.now() - told.at : -1;
    return ago >= 0 && ago <= within + WAIT;
}

/** Only a tab whose sound is on stands for the lock. */
function stand() {
    if (!navigator.locks || (soundState() === 'on') === Boolean(candidacy)) return;
    if (candidacy) {
        candidacy.abort();
        candidacy = undefined;
        release();
        return;
    }
    candidacy = new AbortController();
    navigator.locks.request(NAME, { signal: candidacy.signal }, hold).catch(withdrawn);
    lookForHolder();
}

/** Whether another tab holds the lock. Until one is seen, this tab does not say that another one sounds. */
async function lookForHolder() {
    const { held } = await navigator.locks.query();
    elsewhere = !leads && held.some(({ name }) => name === NAME);
    listeners.forEach(listener => listener());
}

/** Holds the lock until the tab closes, or its sound is off. */
function hold() {
    return new Promise(letGo => {
        release = () => {
            lead(false);
            letGo();
        };
        lead(true);
    });
}

function lead(now) {
    leads = now;
    if (leads) elsewhere = false;
    listeners.forEach(listener => listener());
}

function withdrawn(failure) {
    if (failure.name !== 'AbortError') throw failure;
}
