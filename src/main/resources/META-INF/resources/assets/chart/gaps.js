// Where a line ends. What was not measured is not drawn.

const MINUTE = 60_000;
const SHORTEST = 5 * MINUTE;
/** So many times the usual pace: thinned values come in pairs, so their pace is uneven. */
const PACES = 6;

/**
 * How many milliseconds of silence end a line of these points.
 *
 * @param longest however seldom they come
 */
export function gapOf(points, longest) {
    const paces = points
        .slice(1)
        .map(({ at }, index) => at - points[index].at)
        .sort((one, other) => one - other);
    const usual = paces[Math.floor(paces.length / 2)] ?? 0;
    return Math.min(longest, Math.max(SHORTEST, PACES * usual));
}
