// One loudspeaker, one alarm: of all tabs of a browser one sounds. It holds a lock, and the browser passes the lock on
// when the tab closes. A tab without the lock waits a moment, and sounds nevertheless if nobody said that the alert was
// sounded: a tab may hang, and a wall hears its own ward only.

import { onSoundState, soundState } from './sound.js';

const NAME = 'vigil.sound';
/** How long a tab without the lock waits. */
const WAIT = 2_000;
/** Longer than any time within which an alert counts as sounded. */
const FORGOTTEN = 120_000;

/** When each alert was sounded in this browser, by its id. */
const sounded = new Map();
const channel = new BroadcastChannel(NAME);
const listeners = new Set();
/** Without https a browser has no locks: then each tab sounds. */
let leads = !navigator.locks;
let candidacy;
let release = () => {};

channel.onmessage = ({ data }) => note(data);
onSoundState(stand);
stand();

/** Whether this tab is the one that sounds. */
export const soundsHere = () => leads;

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
    const late = setTimeout(() => {
        if (!isSounded(ids, within)) stop = begin(ids, sound);
    }, WAIT);
    return () => {
        clearTimeout(late);
        stop();
    };
}

function begin(ids, sound) {
    if (soundState() === 'on') {
        note(ids);
        channel.postMessage(ids);
    }
    return sound();
}

function note(ids) {
    const at = Date.now();
    sounded.forEach((then, id) => at - then > FORGOTTEN && sounded.delete(id));
    ids.forEach(id => sounded.set(id, at));
}

const isSounded = (ids, within) => ids.every(id => Date.now() - (sounded.get(id) ?? -Infinity) <= within + WAIT);

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
    listeners.forEach(listener => listener());
}

function withdrawn(failure) {
    if (failure.name !== 'AbortError') throw failure;
}
