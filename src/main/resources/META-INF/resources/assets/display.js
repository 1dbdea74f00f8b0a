// A display that nobody uses must not end quietly: without a session it shows a full-page alarm, not a sign-in form.

import { signInAddress, whenSignedOut } from './api.js';
import { element } from './element.js';
import { words } from './phrases.js';
import { signedOutHere } from './session.js';
import { play, wake } from './sound.js';

/** Set in a browser that was last used as a display: a page that loads without a session shows the alarm, too. */
const STORED = 'vigil.display';
const LOOK = 5_000;
/** The alarm sounds again after this time, until somebody signs in. */
const REPEAT = 30_000;

if (localStorage.getItem(STORED)) signedOutDisplay();

/** Called by pages that hang on a wall. */
export function signedOutDisplay() {
    whenSignedOut(alarm);
}

/** Called when somebody signs in, and with false when the user of a display signs out. */
export const rememberDisplay = is => (is ? localStorage.setItem(STORED, 'yes') : localStorage.removeItem(STORED));

function alarm() {
    if (document.querySelector('.signed-out')) return;
    document.title = words.sessionEnd.title;
    document.body.replaceChildren(
        element(
            'main',
            { class: 'signed-out' },
            element(
                'div',
                { role: 'alert' },
                element('h1', {}, words.display.signedOut),
                element('p', {}, words.display.how),
            ),
            element('a', { class: 'button', href: signInAddress() }, words.sessionEnd.again),
        ),
    );
    // Whoever signed out by hand knows it.
    if (signedOutHere()) return;
    sound();
    setInterval(sound, REPEAT);
}

/** The page may have been loaded without a session. Then its sound is still blocked. */
async function sound() {
    await wake();
    play('high');
}

/** Somebody may sign in in another tab of this browser. */
setInterval(async () => {
    if (!document.querySelector('.signed-out')) return;
    const back = await fetch('/v1/session', { cache: 'no-store' }).catch(() => undefined);
    if (back?.ok) location.reload();
}, LOOK);
