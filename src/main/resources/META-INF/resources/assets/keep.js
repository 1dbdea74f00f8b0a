// Draws anew only what has changed: the pulse of a page must not take focus, selection or reading away.

import { show } from './element.js';

const FOCUSABLE = 'a, button, input, select, summary';
const shown = new WeakMap();

/** Puts what `build` answers in `place` if `data` are not those that are shown there already. */
export function keep(place, data, build) {
    const told = lasting(data);
    if (shown.get(place) === told) return;
    shown.set(place, told);
    const focus =
        place.contains(document.activeElement) &&
        [...place.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    show(place, build());
    if (focus !== false) place.querySelectorAll(FOCUSABLE)[focus]?.focus();
}

/** All of `data` but what changes by itself: that is told by the ages on the page. */
export const lasting = data => JSON.stringify(data, (name, value) => (name === 'ageSeconds' ? undefined : value));

/** An answer of the service without the instant it was given at; the hours as they are shown. */
export const timeless = ({ hoursSinceInfusion, ...told }) => ({
    ...told,
    at: undefined,
    knownAt: undefined,
    hoursSinceInfusion: Number(hoursSinceInfusion).toFixed(1),
});
