// Nothing fails in silence: what a page could not do is said on it.

import { Refused, Unreachable } from './api.js';
import { byId, element } from './element.js';

const INCOMPLETE =
    'This page could not show everything. Load it again; if that does not help, tell whoever runs the service.';
const NOT_THERE = 404;
const NOT_ALLOWED = 403;

/** From now on. What a page tries again by itself is left to the banner of lost contact. */
export function tellFailures() {
    addEventListener('error', ({ error, message }) => tell(error ?? new Error(message)));
    addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}

function tell(failure) {
    if (failure instanceof Unreachable) return;
    const place = byId('failure') ?? element('p', { id: 'failure', class: 'warning', role: 'alert' });
    byId('main').prepend(place);
    place.textContent = words(failure);
}

function words(failure) {
    if (!(failure instanceof Refused)) return INCOMPLETE;
    if (failure.status === NOT_THERE) return 'There is nothing at this address, or it is not on one of your wards.';
    if (failure.status === NOT_ALLOWED) return 'Your account may not see this.';
    return failure.sentence;
}
