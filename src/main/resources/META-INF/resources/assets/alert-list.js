// A list of alerts. A card stays as it is until its alert changes, and longer while somebody writes a note on it.

import { alertCard, byUrgency, speaking } from './alert-card.js';
import { arrange, lasting } from './keep.js';

/** The cards of each list, by the ids of their alerts. */
const shown = new WeakMap();

/** @param more further data for the cards */
export function showAlerts(place, alerts, more) {
    const before = shown.get(place) ?? new Map();
    const cards = speaking(alerts)
        .sort(byUrgency)
        .map(alert => cardOf(alert, before.get(alert.id), more));
    shown.set(place, new Map(cards.map(card => [card.id, card])));
    arrange(
        place,
        cards.map(({ node }) => node),
    );
}

function cardOf(alert, known, more) {
    const told = lasting(alert);
    if (known && (known.told === told || isWritten(known.node))) return known;
    const node = alertCard(alert, more);
    if (known?.node.contains(document.activeElement)) {
        const field = document.activeElement.matches('input') ? 'input' : 'button';
        known.node.replaceWith(node);
        node.querySelector(field)?.focus();
    }
    return { id: alert.id, told, node };
}

const isWritten = card => card.querySelector('input')?.value;
