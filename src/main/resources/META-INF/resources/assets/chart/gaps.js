// Finds where a line ends: times without measurements are not drawn.

const MINUTE = 60_000;
const SHORTEST = 5 * MINUTE;
/** The allowed multiple of the usual pace. Thinned values come in pairs, so their pace is uneven. */
const PACES = 6;

/**
 * How many milliseconds of silence end a line of these points.
 *
 * @param longest the upper limit, even for values that are seldom measured
 */
export function gapOf(points, longest) {
    const paces = points
        .slice(1)
        .map(({ at }, index) => at - points[index].at)
        .sort((one, other) => one - other);
    const usual = paces[Math.floor(paces.length / 2)] ?? 0;
    return Math.min(longest, Math.max(SHORTEST, PACES * usual));
}
