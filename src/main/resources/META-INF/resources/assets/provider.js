// Signing in and out at the hospital's identity provider.

import { byId } from './element.js';
import { words } from './phrases.js';
import { forgetRefusal } from './sound.js';

const NEXT = 'vigil.next';
const LEFT = 'vigil.left';

/** A user who comes back within this time without being signed in is not redirected again, to avoid a loop. */
const SHORTEST_ROUND = 5_000;

const asked = new URLSearchParams(location.search);

if (location.pathname === '/signed-out') {
    byId('where').textContent = words.provider.signedOut;
} else if (asked.has('leaving')) {
    location.replace('/v1/session/provider/end');
} else if (asked.has('done')) {
    forgetRefusal();
    location.replace(next());
} else {
    leave();
}

function leave() {
    sessionStorage.setItem(NEXT, asked.get('next') ?? '/');
    const before = Number(sessionStorage.getItem(LEFT) ?? 0);
    sessionStorage.setItem(LEFT, Date.now());
    if (Date.now() - before > SHORTEST_ROUND) location.replace('/v1/session/provider');
}

/** Only our own pages: addresses of other sites are ignored. */
function next() {
    const target = new URL(sessionStorage.getItem(NEXT) ?? '/', location.origin);
    return target.origin === location.origin ? target.pathname + target.search + target.hash : '/';
}
