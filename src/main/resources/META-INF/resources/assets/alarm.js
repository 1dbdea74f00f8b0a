// Announces new alerts: by sound, by screen reader, and as desktop notifications if they are allowed.

import { byUrgency } from './alert-card.js';
import { announce, announceAtOnce } from './announce.js';
import { hush, play } from './sound.js';
import { loudness } from './volume.js';

/** An unanswered high alert sounds again after this time. */
const REPEAT = 30_000;
/** The unanswered high alerts, by their ids. */
const unanswered = new Map();
/** The desktop notifications that are shown, by the ids of their alerts. */
const notified = new Map();

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
    if (alert.state === 'open') {
        if (alert.priority === 'high') unanswered.set(alert.id, alert);
    } else {
        silence(alert.id);
    }
}

/** Somebody answered, on whatever page: nothing more is heard or shown of it here. */
function silence(id) {
    gathered.forEach((alerts, whose) => gathered.set(whose, alerts.filter(alert => alert.id !== id)));
    notified.get(id)?.close();
    notified.delete(id);
    if (unanswered.delete(id) && unanswered.size === 0) hush();
}

/** Sets the unanswered alerts from the list, after a start or a gap. */
export function unansweredAre(alerts) {
    const open = new Set(alerts.filter(({ state }) => state === 'open').map(({ id }) => id));
    [...unanswered.keys(), ...notified.keys()].filter(id => !open.has(id)).forEach(silence);
    alerts
        .filter(({ id, priority }) => open.has(id) && priority === 'high')
        .forEach(alert => unanswered.set(alert.id, alert));
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
    play(alert.priority, alert.ward);
    const sentence = `${alert.priority} priority alert, ${place(alert)}: ${titles}`;
    (alert.priority === 'high' ? announceAtOnce : announce)(sentence);
    if (notificationState() === 'granted') {
        // Anybody can read a lock screen, so it shows the bed and the priority, but no name and no value.
        const shown = new Notification(`Vigil: ${alert.priority} priority`, { body: place(alert), tag: alert.id });
        notified.set(alert.id, shown);
    }
}

/** Alerts of the service itself have no bed. */
const place = ({ bed }) => (bed ? `bed ${bed}` : 'the service');

setInterval(() => {
    const loudest = [...unanswered.values()].sort(
        (one, other) => loudness('high', other.ward) - loudness('high', one.ward),
    )[0];
    if (loudest) play('high', loudest.ward);
}, REPEAT);
