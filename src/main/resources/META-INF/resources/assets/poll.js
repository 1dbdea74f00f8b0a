// Does something now, every few seconds, and at once when the page is looked at again. Never twice at a time.

import { Refused, Unreachable } from './api.js';

/** Answers a function that does it at once; asked while it is being done, it is done again. */
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

/** No answer is left to the banner of lost contact; a mistake of ours is said on the page. */
function tolerate(failure) {
    if (!(failure instanceof Unreachable || failure instanceof Refused)) reportError(failure);
}
