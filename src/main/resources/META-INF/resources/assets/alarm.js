// Announces new alerts: by sound, by screen reader, and as desktop notifications if they are allowed.

import { byUrgency } from './alert-card.js';
import { announce, announceAtOnce } from './announce.js';
import { play } from './sound.js';

/** An unanswered high alert sounds again after this time. */
const REPEAT = 30_000;
const unanswered = new Set();

/**
 * Alerts of one patient within this time are announced together, with the highest of their priorities. High alerts are
 * announced at once.
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

/** Sets the unanswered alerts from the list, after a start or a gap. */
export function unansweredAre(alerts) {
    unanswered.clear();
    alerts
        .filter(({ state, priority }) => state === 'open' && priority === 'high')
        .forEach(({ id }) => unanswered.add(id));
}

/** Whether desktop notifications are on, off, refused or unavailable. */
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

/** Announces the collected alerts. There are none if they were announced with a high one. */
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
        // Anybody can read a lock screen, so it shows the bed and the priority, but no name and no value.
        new Notification(`Vigil: ${alert.priority} priority`, { body: place(alert), tag: alert.id });
    }
}

/** Alerts of the service itself have no bed. */
const place = ({ bed }) => (bed ? `bed ${bed}` : 'the service');

setInterval(() => unanswered.size > 0 && play('high'), REPEAT);
