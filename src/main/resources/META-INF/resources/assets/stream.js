// Follows the alert stream. All pages of a browser share one connection, because over plain http a browser opens only
// six to a host, and a page that holds one of its own takes it from the others.

import { readStream } from './stream-reader.js';

/** The worker says something every few seconds. A page that hears nothing for this long reads the stream itself. */
const SILENCE = 20_000;
/** A timer that is later than this was halted. */
const LATE = 2_000;
/** Raised when the messages of the worker change, so that pages of two releases do not share one. */
const MESSAGES = 2;

/**
 * @param username whose alerts: each user of this browser has a worker of their own
 * @param hear called with the event's name and its alert; `reset` means that the list must be read again
 */
export function follow(username, hear) {
    if (!('SharedWorker' in window)) {
        readStream(username, hear);
        return;
    }
    // The worker reads its user behind the last blank of its name.
    const name = `alerts ${MESSAGES} of ${encodeURIComponent(username)}`;
    const worker = new SharedWorker('/assets/stream-worker.js', { type: 'module', name });
    let alone = false;
    let watchdog;
    const readAlone = () => {
        if (alone) return;
        alone = true;
        clearTimeout(watchdog);
        worker.port.postMessage('leaves');
        worker.port.close();
        hear('reset');
        readStream(username, hear);
    };
    /** A page in the background or on a computer that slept was halted: that says nothing about the worker. */
    const watch = () => {
        const due = Date.now() + SILENCE;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => (document.hidden || Date.now() > due + LATE ? watch() : readAlone()), SILENCE);
    };
    worker.addEventListener('error', readAlone);
    worker.port.onmessage = ({ data }) => {
        if (alone) return;
        watch();
        if (data.event) hear(data.event, data.alert);
    };
    watch();
    addEventListener('pagehide', () => alone || worker.port.postMessage('leaves'));
}
