// Announces new alerts: by sound, by screen reader, and as desktop notifications if they are allowed.

import { byUrgency } from './alert-card.js';
import { announce, announceAtOnce } from './announce.js';
import { notify } from './notification.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';
import { every } from './poll.js';
import { play } from './sound.js';
import { soundOnce } from './sounding.js';
import { loudness } from './volume.js';

/** An unanswered high alert sounds again after this time. */
const REPEAT = 30_000;
/** The list is read again after this time: the stream does not tell that an alert left the wards of the user. */
const REREAD = 60_000;
/** After a failure. */
const RETRY = 5_000;

/** The open alerts, by their ids. */
const open = new Map();
/** What was announced: the ids of the alerts that still stand, and what silences it. */
const announced = new Set();
/** For each reading of the list that is under way, the ids of the alerts of which the stream told meanwhile. */
const readings = new Set();

/**
 * Alerts of one patient within this time are announced together, with the highest of their priorities. High alerts are
 * announced at once.
 */
const GATHERED = 2_000;
const gathered = new Map();
/** An alert that another tab sounded within this time is not sounded here as new. */
const JUST_NOW = 5_000;

export const openAlerts = () => [...open.values()];

export function alarm(event, alert) {
    if (alert.state !== 'open') {
        silence(alert.id);
        return;
    }
    readings.forEach(told => told.add(alert.id));
    open.set(alert.id, alert);
    if (event === 'raised' || event === 'escalated') gather(alert);
}

/** Somebody answered, on whatever page, or the alert is not of this page any more. */
export function silence(id) {
    readings.forEach(told => told.add(id));
    forget(id);
}

/** Nothing more is heard or shown of an alert here. */
function forget(id) {
    open.delete(id);
    gathered.forEach((alerts, whose) =>
        gathered.set(
            whose,
            alerts.filter(alert => alert.id !== id),
        ),
    );
    announced.forEach(announcement => {
        if (announcement.ids.delete(id) && announcement.ids.size === 0) {
            announced.delete(announcement);
            announcement.end();
        }
    });
}

/**
 * Keeps the open alerts as in the list, from the start.
 *
 * @param read the open alerts of this page
 * @param changed called after each reading
 * @return reads the list at once, after a gap
 */
export function keepOpenAlerts(read, changed = () => {}) {
    let due = 0;
    const run = every(RETRY, async () => {
        if (Date.now() < due) return;
        due = Date.now() + REREAD;
        try {
            await readAgain(read);
        } catch (failure) {
            due = 0;
            throw failure;
        }
        changed();
    });
    run();
    return () => {
        due = 0;
        run();
    };
}

/** What the stream told while the list was read is newer than the list. */
async function readAgain(read) {
    const told = new Set();
    readings.add(told);
    try {
        const listed = new Map((await read()).filter(({ state }) => state === 'open').map(alert => [alert.id, alert]));
        [...open.keys()].filter(id => !told.has(id) && !listed.has(id)).forEach(forget);
        listed.forEach((alert, id) => told.has(id) || open.set(id, alert));
    } finally {
        readings.delete(told);
    }
}

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
    if (alerts.length > 0) tell(alerts);
}

function tell(alerts) {
    const [alert] = alerts;
    const ids = alerts.map(({ id }) => id);
    const hush = soundOnce(ids, JUST_NOW, () => play(alert.priority, alert.ward));
    const titles = alerts.map(({ title }) => translated(title)).join('; ');
    const priority = words.alarm.priorities[alert.priority];
    const sentence = words.alarm.announcement(priority, place(alert), titles);
    (alert.priority === 'high' ? announceAtOnce : announce)(sentence);
    const shown = notify(words.alarm.notification(priority), { body: place(alert), tag: alert.id });
    announced.add({
        ids: new Set(ids),
        end: () => {
            hush();
            shown?.close();
        },
    });
}

/** Alerts of the service itself have no bed. */
const place = ({ bed }) => (bed ? words.alarm.bed(bed) : words.alarm.service);

/** The last repetition. */
let repetition;

setInterval(() => {
    const unanswered = openAlerts().filter(({ priority }) => priority === 'high');
    if (unanswered.length === 0) return;
    const [loudest] = unanswered.sort((one, other) => loudness('high', other.ward) - loudness('high', one.ward));
    announced.delete(repetition);
    const ids = unanswered.map(({ id }) => id);
    repetition = { ids: new Set(ids), end: soundOnce(ids, REPEAT, () => play('high', loudest.ward)) };
    announced.add(repetition);
}, REPEAT);
