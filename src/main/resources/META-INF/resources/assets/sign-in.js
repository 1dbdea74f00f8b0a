// Signing in with an account of the service.

import { post, Unreachable } from './api.js';
import { countOfAll } from './check/outbox.js';
import { byId, element } from './element.js';
import { languageSwitch, storeLanguage } from './language.js';
import { LANGUAGES, words } from './phrases.js';
import { forgetRefusal } from './sound.js';

const form = byId('sign-in');

byId('frame').append(
    element(
        'div',
        { class: 'switches' },
        languageSwitch(LANGUAGES, code => {
            storeLanguage(code);
            location.reload();
        }),
    ),
);

/** Before this script runs, the browser would send the form by itself, with the password in the address. */
form.querySelector('fieldset').disabled = false;
form.addEventListener('submit', async event => {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(form));
    try {
        await post('/v1/session', { username, password });
        forgetRefusal();
        location.assign(next());
    } catch (refusal) {
        byId('refused').textContent =
            refusal instanceof Unreachable ? words.api.later(refusal.message) : refusal.message;
        form.elements.password.value = '';
        form.elements.password.focus();
    }
});

/** Only our own pages: addresses of other sites are ignored. */
function next() {
    const asked = new URLSearchParams(location.search).get('next') ?? '/';
    const target = new URL(asked, location.origin);
    return target.origin === location.origin ? target.pathname + target.search + target.hash : '/';
}

/** Nobody but their author sends them, so the next user of this computer can remind the author. */
const waits = countOfAll();
byId('unsent').hidden = waits === 0;
byId('unsent').textContent = words.signIn.unsent(waits);
