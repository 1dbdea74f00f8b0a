// Brings a new alert to a person: by ear, by screen reader, and on the desktop where that is allowed.

import { byUrgency } from './alert-card.js';
import { announce, announceAtOnce } from './announce.js';
import { play } from './sound.js';

/** A high alert that nobody has answered sounds again. */
const REPEAT = 30_000;
const unanswered = new Set();

/**
 * What happens to one patient within this time is told once, as urgent as the most urgent of it; what is high waits for
 * nothing.
 */
const GATHERED = 2_000;
const gathered = new Map();

export function alarm(event, alert) {
    if (event === 'raised' || event === 'escalated') {
        gather(alert);
    }
    if (alert.state === 'open' && alert.priority === 'high') {
        unanswered.add(alert.id);
    } else {
        unanswered.delete(alert.id);
    }
}

/** The state as the list tells it, after a start or a gap. */
export function unansweredAre(alerts) {
    unanswered.clear();
    alerts
        .filter(({ state, priority }) => state === 'open' && priority === 'high')
        .forEach(({ id }) => unanswered.add(id));
}

/** Whether desktop notifications are on, off, refused, or not to be had here. */
export const notificationState = () =>
    'Notification' in window && isSecureContext ? Notification.permission : 'unavailable';

export const allowNotifications = () => Notification.requestPermission();

function gather(alert) {
    const whose = alert.patientId ?? alert.id;
    if (!gathered.has(whose)) {
        gathered.set(whose, []);
        setTimeout(() => ring(whose), GATHERED);
    }
    gathered.get(whose).push(alert);
    if (alert.priority === 'high') ring(whose);
}

/** Nothing when what was gathered has been told with something high. */
function ring(whose) {
    const alerts = (gathered.get(whose) ?? []).sort(byUrgency);
    gathered.delete(whose);
    if (alerts.length > 0) tell(alerts[0], alerts.map(({ title }) => title).join('; '));
}

function tell(alert, titles) {
    play(alert.priority);
    const sentence = `${alert.priority} priority alert, ${place(alert)}: ${titles}`;
    (alert.priority === 'high' ? announceAtOnce : announce)(sentence);
    if (notificationState() === 'granted') {
        // On a lock screen anybody reads: the bed and the priority, no name and no value.
        new Notification(`Vigil: ${alert.priority} priority`, { body: place(alert), tag: alert.id });
    }
}

/** Alerts of the service itself have no bed. */
const place = ({ bed }) => (bed ? `bed ${bed}` : 'the service');

setInterval(() => unanswered.size > 0 && play('high'), REPEAT);
