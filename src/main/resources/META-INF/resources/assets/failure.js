// A page shows every failure; none is silent.

import { Refused, Unreachable } from './api.js';
import { byId, element } from './element.js';
import { words } from './phrases.js';

const NOT_THERE = 404;
const NOT_ALLOWED = 403;

/**
 * Shows failures from now on. For requests that a page repeats by itself, the banner of lost contact is enough.
 *
 * @param said what the page says of a failure
 */
export function tellFailures(said = sentence) {
    addEventListener('error', ({ error, message }) => tell(error ?? new Error(message), said));
    addEventListener('unhandledrejection', ({ reason }) => tell(reason, said));
}

function tell(failure, said) {
    if (failure instanceof Unreachable) return;
    const place = byId('failure') ?? element('p', { id: 'failure', class: 'warning', role: 'alert' });
    byId('main')?.prepend(place);
    place.textContent = said(failure);
}

function sentence(failure) {
    if (!(failure instanceof Refused)) return words.failure.incomplete;
    if (failure.status === NOT_THERE) return words.failure.notThere;
    if (failure.status === NOT_ALLOWED) return words.failure.notAllowed;
    return failure.sentence;
}
