// Redraws only what has changed, so that a refresh does not disturb focus, selection or reading.

import { show } from './element.js';

const FOCUSABLE = 'a, button, input, select, summary';
const shown = new WeakMap();

/** Shows the result of `build` in `place`, unless the same `data` are shown there already. */
export function keep(place, data, build) {
    const told = lasting(data);
    if (shown.get(place) === told) return;
    const focus =
        place.contains(document.activeElement) &&
        [...place.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    show(place, build());
    shown.set(place, told);
    if (focus !== false) place.querySelectorAll(FOCUSABLE)[focus]?.focus();
}

/** `data` without the ages, which the page updates by itself. */
export const lasting = data => JSON.stringify(data, (name, value) => (name === 'ageSeconds' ? undefined : value));

/** A response without its own time, and with the hours as shown on the page. */
export const timeless = ({ hoursSinceInfusion, ...told }) => ({
    ...told,
    at: undefined,
    knownAt: undefined,
    hoursSinceInfusion: Number(hoursSinceInfusion).toFixed(1),
});

/** Makes the children of a list those given, in their order. A child that stays is not taken out meanwhile. */
export function arrange(list, children) {
    [...list.children].filter(child => !children.includes(child)).forEach(child => child.remove());
    children.forEach((child, index) => {
        if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
    });
}
