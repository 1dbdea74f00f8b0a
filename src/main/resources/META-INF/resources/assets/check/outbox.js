// Entries on their way to the service. Each gets its id here and stays in this browser until the service has
// acknowledged it. So a lost connection neither loses an entry nor enters it twice.

import { get, post, step, Unreachable } from '../api.js';
import { words } from '../phrases.js';

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

/** How many entries wait in this browser, whoever made them. */
export const countOfAll = () => all().length;

/**
 * Stores an observation and sends it as soon as possible. Returns it with its id.
 *
 * @param after the id of an entry that must be applied first; if it is not, this one is never sent
 */
export function enter(username, observation, after) {
    const entry = { username, body: { id: newId(), ...observation }, after };
    keep([...all(), entry]);
    tell(entry, 'waiting');
    send(username);
    return entry.body;
}

/** Drops an entry, and what must not be sent without it. */
export const discard = id => keep(all().filter(({ body, after }) => body.id !== id && after !== id));

/** Whether the new entry of a correction was taken, and the withdrawal of the old one was not: then both count. */
export const bothCount = ({ body, after, refused, alone }) =>
    body.kind === 'retraction' &&
    after !== undefined &&
    (refused ? alone === true : !all().some(one => one.body.id === after));

/** Sends this user's waiting entries, now and whenever the connection is back. */
export function sendFor(username) {
    send(username);
    setInterval(() => send(username), RETRY);
    addEventListener('online', () => send(username));
}

const next = (username, held) => waiting(username).find(({ body, refused }) => !refused && !held.has(body.id));

/**
 * An entry gets the name of whoever sends it, so only its author does. The service refuses it if somebody else has
 * signed in since.
 */
async function send(username) {
    if (sending) return;
    sending = true;
    const held = new Set();
    try {
        for (let entry = next(username, held); entry; entry = next(username, held)) {
            if (await mayGo(entry)) await sendOne(entry);
            else held.add(entry.body.id);
        }
    } catch {
        // Not reached or signed out: the entry stays, and is sent again later.
    } finally {
        sending = false;
    }
}

/**
 * Whether the entry that must come first is applied. If it never will be, this one is refused here. If nobody can tell,
 * it waits, and the entries behind it are sent.
 */
async function mayGo(entry) {
    if (entry.after === undefined) return true;
    const first = all().find(({ body }) => body.id === entry.after);
    if (first) {
        if (first.refused) refuse(entry, words.check.outbox.beforeRefused);
        return false;
    }
    try {
        const { state } = await get(`/v1/observations/${step(entry.after)}`);
        if (state !== 'applied') refuse(entry, words.check.outbox.beforeSetAside);
        return state === 'applied';
    } catch (failure) {
        if (failure.status === UNKNOWN_USER) throw failure;
        return false;
    }
}

async function sendOne(entry) {
    try {
        const { warnings = [] } = await post('/v1/observations', entry.body);
        keep(all().filter(({ body }) => body.id !== entry.body.id));
        tell({ ...entry, warnings }, 'accepted');
    } catch (failure) {
        if (failure instanceof Unreachable || failure.status === UNKNOWN_USER || failure.status === undefined)
            throw failure;
        refuse(entry, failure.sentence, entry.after !== undefined);
    }
}

/** @param alone whether the entry before it is applied, and stands without this one */
function refuse(entry, why, alone = false) {
    const refused = { ...entry, refused: why, alone };
    keep(all().map(one => (one.body.id === entry.body.id ? refused : one)));
    tell(refused, 'refused');
}

const keep = entries => localStorage.setItem(STORED, JSON.stringify(entries));

const tell = (entry, what) => listeners.forEach(listener => listener(entry, what));

const PREFIX = 'page-';

/** Whether an entry was made on a page, by its id. */
export const isFromAPage = id => id.startsWith(PREFIX);

/** `crypto.randomUUID` is missing if the ward's address is plain http. */
function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return `${PREFIX}${[...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
