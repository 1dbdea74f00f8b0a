// A list of alerts. Redrawing it keeps a half-written note and the focus.

import { alertCard, byUrgency, speaking } from './alert-card.js';
import { show } from './element.js';
import { lasting } from './keep.js';

const shown = new WeakMap();

/** @param more further data for the cards */
export function showAlerts(place, alerts, more) {
    if (shown.get(place) === lasting(alerts)) return;
    shown.set(place, lasting(alerts));
    const touched = place.contains(document.activeElement) && document.activeElement.closest('[data-alert]');
    const writing = touched && touched.querySelector('input')?.value ? touched : undefined;
    const focus = writing && document.activeElement;
    show(
        place,
        speaking(alerts)
            .sort(byUrgency)
            .map(alert => (writing?.dataset.alert === alert.id ? writing : alertCard(alert, more))),
    );
    if (focus) {
        focus.focus();
    } else if (touched) {
        place.querySelector(`[data-alert="${CSS.escape(touched.dataset.alert)}"] button`)?.focus();
    }
}
