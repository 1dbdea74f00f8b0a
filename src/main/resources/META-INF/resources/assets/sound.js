// Alarm tones. Browsers keep a page silent until it is touched, and the page shows that.

import { loudness } from './volume.js';

const STORED = 'vigil.sound';

/**
 * The pulses of each priority, after IEC 60601-1-8: ten (twice three and two) for high, three for medium, one for low.
 * The pattern tells them apart for people who do not hear the pitch.
 */
const BURST = [0, 0.25, 0.5, 1, 1.25];
const SECOND_BURST = 2;
const TONES = {
    high: { pulses: [...BURST, ...BURST.map(after => SECOND_BURST + after)], hertz: 880, length: 0.15 },
    medium: { pulses: [0, 0.4, 0.8], hertz: 660, length: 0.2 },
    low: { pulses: [0], hertz: 520, length: 0.25 },
};

/** The harmonics of a pulse. A pure tone is hard to locate, and lost to people who hear high tones badly. */
const HARMONICS = [0, 1, 0.6, 0.4, 0.3, 0.2];
const LOUDNESS = 0.4;
const FADE = 0.02;
const PATIENCE = 2_000;

let context;
const listeners = new Set();

/** `on`, `off` by choice, or `blocked` by the browser until someone touches the page. */
export function soundState() {
    if (localStorage.getItem(STORED) !== 'on') return 'off';
    return context?.state === 'running' ? 'on' : 'blocked';
}

export const onSoundState = listener => listeners.add(listener);

/** Must be called from a click, because a browser allows sound only then. */
export async function switchSound(on) {
    localStorage.setItem(STORED, on ? 'on' : 'off');
    if (on) await unlock();
    tell();
}

/** Whether somebody has answered in this browser whether alerts shall sound. */
export const isSoundAnswered = () => localStorage.getItem(STORED) !== null;

/** Who signs in is asked again if the last user wanted no sound. */
export function forgetRefusal() {
    if (localStorage.getItem(STORED) === 'off') localStorage.removeItem(STORED);
}

/**
 * @param ward of the alert, for its volume
 * @return stops these pulses, and no others
 */
export function play(priority, ward) {
    const pulses = soundState() === 'on' ? sound(TONES[priority], loudness(priority, ward)) : [];
    return () => pulses.forEach(tone => tone.stop());
}

/**
 * Plays the pulses of a priority even if sound is off, to test whether the device is loud enough.
 *
 * @param ward whose volume is tested
 */
export async function testTone(priority = 'high', ward) {
    await unlock();
    sound(TONES[priority], loudness(priority, ward));
}

/** Unblocks sound that was on before, if the page was touched or its browser needs no touch. */
export async function wake() {
    if (soundState() === 'blocked') await unlock();
}

async function unlock() {
    context ??= new AudioContext();
    context.onstatechange = tell;
    // A browser that blocks sound never answers.
    await Promise.race([context.resume(), new Promise(resolve => setTimeout(resolve, PATIENCE))]);
}

function sound({ pulses, hertz, length }, volume) {
    const wave = new PeriodicWave(context, { real: HARMONICS.map(() => 0), imag: HARMONICS });
    const loud = LOUDNESS * volume;
    if (loud === 0) return [];
    return pulses.map(after => pulse(context.currentTime + after, { hertz, length, wave, loud }));
}

function pulse(start, { hertz, length, wave, loud }) {
    const tone = new OscillatorNode(context, { frequency: hertz, periodicWave: wave });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loud, start + FADE);
    gain.gain.setValueAtTime(loud, start + length - FADE);
    gain.gain.linearRampToValueAtTime(0, start + length);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
    return tone;
}

const tell = () => listeners.forEach(listener => listener());

/** If sound was on before, the first touch of the page unblocks it, after the handlers of the touched element. */
['click', 'keyup'].forEach(touch => addEventListener(touch, wake));
