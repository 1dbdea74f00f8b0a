// The session has ended: this covers the page and keeps what is on it.

import { signInAddress } from '../api.js';
import { byId, element } from '../element.js';

export function coverSignedOut(words) {
    if (byId('signed-out')) return;
    byId('main').hidden = true;
    byId('frame').hidden = true;
    document.title = words.signedOut;
    byId('main').after(
        element(
            'main',
            { id: 'signed-out', class: 'signed-out' },
            element(
                'div',
                { role: 'alert' },
                element('h1', {}, words.signedOut),
                element('p', {}, words.signedOutHow),
            ),
            element('a', { class: 'button', href: signInAddress() }, words.signInAgain),
        ),
    );
}
