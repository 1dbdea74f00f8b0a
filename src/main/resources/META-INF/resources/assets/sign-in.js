import { post, Unreachable } from './api.js';
import { countOfAll } from './check/outbox.js';
import { byId } from './element.js';
import { forgetRefusal } from './sound.js';

const form = byId('sign-in');

form.addEventListener('submit', async event => {
    event.preventDefault();
    const { username, password } = Object.fromEntries(new FormData(form));
    try {
        await post('/v1/session', { username, password });
        forgetRefusal();
        location.assign(next());
    } catch (refusal) {
        byId('refused').textContent =
            refusal instanceof Unreachable ? `${refusal.message}. Wait a little, then try again.` : refusal.message;
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
byId('unsent').textContent =
    `${waits} ${waits === 1 ? 'entry waits' : 'entries wait'} in this browser and ${waits === 1 ? 'is' : 'are'} not ` +
    'sent yet. Whoever made an entry must sign in here again.';
