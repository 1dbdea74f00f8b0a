// Repeats work every few seconds, and at once when the page becomes visible again. Only one run at a time.

import { Refused, Unreachable } from './api.js';

/** Returns a function that runs the work at once. If it is called during a run, another run follows. */
export function every(milliseconds, work) {
    let asked = false;
    let running;
    const untilDone = async () => {
        while (asked) {
            asked = false;
            await work().catch(tolerate);
        }
    };
    const run = () => {
        asked = true;
        return (running ??= untilDone().finally(() => (running = undefined)));
    };
    setInterval(() => running ?? run(), milliseconds);
    document.addEventListener('visibilitychange', () => document.hidden || run());
    return run;
}

/** If there is no answer, the banner of lost contact is enough. Other failures are shown on the page. */
function tolerate(failure) {
    if (!(failure instanceof Unreachable || failure instanceof Refused)) reportError(failure);
}
