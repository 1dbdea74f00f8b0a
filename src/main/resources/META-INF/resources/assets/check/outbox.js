// Entries on their way to the service. Each gets its id here and stays in this browser until the service has
// acknowledged it. So a lost connection neither loses an entry nor enters it twice.

import { post, Unreachable } from '../api.js';

const STORED = 'vigil.outbox';
const RETRY = 3_000;
const UNKNOWN_USER = 401;

const listeners = new Set();
let sending = false;

/** Calls back as `(entry, what)` with the state of an entry: `waiting`, `accepted` or `refused`. */
export const onOutbox = listener => listeners.add(listener);

const all = () => JSON.parse(localStorage.getItem(STORED) ?? '[]');

/** The entries of this user. Those of others are neither shown nor counted. */
export const waiting = username => all().filter(one => one.username === username);

/** Stores an observation and sends it as soon as possible. Returns it with its id. */
export function enter(username, observation) {
    const entry = { username, body: { id: newId(), ...observation } };
    keep([...all(), entry]);
    tell(entry, 'waiting');
    send(username);
    return entry.body;
}

export const discard = id => keep(all().filter(({ body }) => body.id !== id));

/** Sends this user's waiting entries, now and whenever the connection is back. */
export function sendFor(username) {
    send(username);
    setInterval(() => send(username), RETRY);
    addEventListener('online', () => send(username));
}

const next = username => waiting(username).find(one => !one.refused);

/**
 * An entry gets the name of whoever sends it, so only its author does. The service refuses it if somebody else has
 * signed in since.
 */
async function send(username) {
    if (sending) return;
    sending = true;
    try {
        for (let entry = next(username); entry; entry = next(username)) {
            await sendOne(entry);
        }
    } catch {
        // Not reached or signed out: the entry stays, and is sent again later.
    } finally {
        sending = false;
    }
}

async function sendOne(entry) {
    try {
        const { warnings = [] } = await post('/v1/observations', entry.body);
        discard(entry.body.id);
        tell({ ...entry, warnings }, 'accepted');
    } catch (failure) {
        if (failure instanceof Unreachable || failure.status === UNKNOWN_USER || failure.status === undefined)
            throw failure;
        const refused = { ...entry, refused: failure.sentence };
        keep(all().map(one => (one.body.id === entry.body.id ? refused : one)));
        tell(refused, 'refused');
    }
}

const keep = entries => localStorage.setItem(STORED, JSON.stringify(entries));

const tell = (entry, what) => listeners.forEach(listener => listener(entry, what));

/** `crypto.randomUUID` is missing if the ward's address is plain http. */
function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return `page-${[...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
