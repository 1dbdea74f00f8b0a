// A display that nobody uses must not end quietly: without a session it shows a full-page alarm, not a sign-in form.

import { address, whenSignedOut } from './api.js';
import { element } from './element.js';

/** Called by pages that hang on a wall, once somebody is signed in. */
export const signedOutDisplay = () => whenSignedOut(alarm);

function alarm() {
    if (document.querySelector('.signed-out')) return;
    document.title = 'Signed out – Vigil';
    document.body.replaceChildren(
        element(
            'main',
            { class: 'signed-out' },
            element(
                'div',
                { role: 'alert' },
                element('h1', {}, 'This display is signed out'),
                element('p', {}, 'It shows no patient and hears no alert. Look at the patients.'),
            ),
            element('a', { class: 'button', href: address('/sign-in', { next: here() }) }, 'Sign in again'),
        ),
    );
}

/** Somebody may sign in in another tab of this browser. */
setInterval(async () => {
    const back = document.querySelector('.signed-out') && (await fetch('/v1/session', { cache: 'no-store' }));
    if (back?.ok) location.reload();
}, 5_000);

const here = () => location.pathname + location.search;
