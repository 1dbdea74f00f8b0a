// Alarm tones. Browsers keep a page silent until it is touched, and the page shows that.

const STORED = 'vigil.sound';

/** Pulses per priority, after IEC 60601-1-8: more, faster and higher for a higher priority. */
const TONES = {
    high: { pulses: [0, 0.2, 0.4, 0.75, 0.95], hertz: 880, length: 0.15 },
    medium: { pulses: [0, 0.3, 0.6], hertz: 660, length: 0.2 },
    low: { pulses: [0], hertz: 520, length: 0.25 },
};

const LOUDNESS = 0.4;
const FADE = 0.02;

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

export function play(priority) {
    if (soundState() === 'on') sound(TONES[priority]);
}

/** Plays the tone of high priority even if sound is off, to test whether the device is loud enough. */
export async function testTone() {
    await unlock();
    sound(TONES.high);
}

async function unlock() {
    context ??= new AudioContext();
    context.onstatechange = tell;
    await context.resume();
}

function sound({ pulses, hertz, length }) {
    pulses.forEach(after => pulse(context.currentTime + after, hertz, length));
}

function pulse(start, hertz, length) {
    const tone = new OscillatorNode(context, { frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(LOUDNESS, start + FADE);
    gain.gain.setValueAtTime(LOUDNESS, start + length - FADE);
    gain.gain.linearRampToValueAtTime(0, start + length);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + length);
}

const tell = () => listeners.forEach(listener => listener());

/** If sound was on before, the first touch of the page unblocks it, after the handlers of the touched element. */
const wake = () => {
    if (soundState() === 'blocked') unlock();
};
['click', 'keyup'].forEach(touch => addEventListener(touch, wake));
