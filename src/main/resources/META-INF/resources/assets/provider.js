// Signing in and out where the hospital's identity provider does it.

import { byId } from './element.js';

const NEXT = 'vigil.next';
const LEFT = 'vigil.left';

/** Whoever comes back sooner without being signed in would only be sent round and round. */
const SHORTEST_ROUND = 5_000;

const asked = new URLSearchParams(location.search);

if (location.pathname === '/signed-out') {
    byId('where').textContent = 'You are signed out.';
} else if (asked.has('leaving')) {
    location.replace('/v1/session/provider/end');
} else if (asked.has('done')) {
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

/** Only a page of ours: an address of another site is not followed. */
function next() {
    const target = new URL(sessionStorage.getItem(NEXT) ?? '/', location.origin);
    return target.origin === location.origin ? target.pathname + target.search : '/';
}
