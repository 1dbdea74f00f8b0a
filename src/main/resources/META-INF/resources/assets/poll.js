// Does something now, every few seconds, and at once when the page is looked at again. Never twice at a time.

/** Answers a function that does it at once. A failure is left to the banner of lost contact. */
export function every(milliseconds, work) {
    let running;
    const run = () => (running ??= work().catch(tolerate).finally(() => (running = undefined)));
    setInterval(run, milliseconds);
    document.addEventListener('visibilitychange', () => document.hidden || run());
    return run;
}

function tolerate(failure) {
    if (failure.name === 'TypeError' || failure.name === 'ReferenceError') console.error(failure);
}
