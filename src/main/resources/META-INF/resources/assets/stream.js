// Follows the alert stream. All pages of a browser share one connection, because over plain http a browser opens only
// six to a host, and a page that holds one of its own takes it from the others.

import { readStream } from './stream-reader.js';

/** The worker says something every few seconds. A page that hears nothing for this long reads the stream itself. */
const SILENCE = 20_000;

/**
 * @param username whose alerts: each user of this browser has a worker of their own
 * @param hear called with the event's name and its alert; `reset` means that the list must be read again
 */
export function follow(username, hear) {
    if (!('SharedWorker' in window)) {
        readStream(hear);
        return;
    }
    const worker = new SharedWorker('/assets/stream-worker.js', { type: 'module', name: `alerts of ${username}` });
    let alone = false;
    let watchdog;
    const readAlone = () => {
        if (alone) return;
        alone = true;
        clearTimeout(watchdog);
        worker.port.close();
        hear('reset');
        readStream(hear);
    };
    /** A page in the background may be halted; that says nothing about the worker. */
    const watch = () => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => (document.hidden ? watch() : readAlone()), SILENCE);
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
