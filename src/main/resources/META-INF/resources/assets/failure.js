// A page shows every failure; none is silent.

import { Refused, Unreachable } from './api.js';
import { byId, element } from './element.js';

const INCOMPLETE =
    'This page could not show everything. Load it again; if that does not help, tell the operators of the service.';
const NOT_THERE = 404;
const NOT_ALLOWED = 403;

/**
 * Shows failures from now on. For requests that a page repeats by itself, the banner of lost contact is enough.
 *
 * @param said what the page says of a failure
 */
export function tellFailures(said = words) {
    addEventListener('error', ({ error, message }) => tell(error ?? new Error(message), said));
    addEventListener('unhandledrejection', ({ reason }) => tell(reason, said));
}

function tell(failure, said) {
    if (failure instanceof Unreachable) return;
    const place = byId('failure') ?? element('p', { id: 'failure', class: 'warning', role: 'alert' });
    byId('main')?.prepend(place);
    place.textContent = said(failure);
}

function words(failure) {
    if (!(failure instanceof Refused)) return INCOMPLETE;
    if (failure.status === NOT_THERE) return 'There is nothing at this address, or it is not on one of your wards.';
    if (failure.status === NOT_ALLOWED) return 'Your account may not see this.';
    return failure.sentence;
}
