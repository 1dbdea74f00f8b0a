// The data of the panels as a table, for people who cannot see the panels or want the numbers.

import { element } from '../element.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { dayAndClock, hoursAfter } from '../time.js';

const SAYS = words.chart;

/**
 * Built only when it is opened, because it may be long.
 *
 * @param panels as the lines draw them
 * @param events the events, as `{at, words}`
 */
export function table(on, panels, events) {
    const details = element('details', {}, element('summary', {}, SAYS.table));
    details.addEventListener('toggle', () => {
        if (details.open && details.children.length === 1)
            details.append(
                built(
                    on,
                    panels,
                    events.filter(({ at }) => within(on, at)),
                ),
            );
    });
    return details;
}

function built(on, panels, events) {
    const columns = panels
        .flatMap(({ unit, series }) => series.map(one => ({ ...one, unit })))
        .filter(({ points }) => points.length > 0);
    const rows = new Map();
    events.forEach(({ at }) => rows.set(at, []));
    columns.forEach(({ points }, column) =>
        points
            .filter(({ at }) => within(on, at))
            .forEach(({ at, value, censored, implausible, setting }) => {
                if (!rows.has(at)) rows.set(at, []);
                rows.get(at)[column] =
                    `${censored ?? ''}${shown(value)}${implausible ? SAYS.tableImplausible : ''}` +
                    `${setting === 'home' ? SAYS.tableHome : ''}`;
            }),
    );
    const times = [...rows.keys()].sort((one, other) => other - one);
    return element(
        'div',
        { class: 'scroll table', tabindex: 0, role: 'region', 'aria-label': SAYS.values },
        element(
            'table',
            {},
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    header(SAYS.time),
                    header(SAYS.sinceInfusion),
                    header(SAYS.happened),
                    columns.map(({ name, unit }) => header(`${name}${unit ? `, ${unit}` : ''}`)),
                ),
            ),
            element(
                'tbody',
                {},
                times.map(at =>
                    row(on, at, [
                        events
                            .filter(one => one.at === at)
                            .map(one => one.words)
                            .join('; '),
                        ...columns.map((_, column) => rows.get(at)[column] ?? ''),
                    ]),
                ),
            ),
        ),
    );
}

const within = ({ from, to }, at) => at >= from && at <= to;

const header = text => element('th', { scope: 'col' }, text);

function row(on, at, cells) {
    const instant = new Date(at).toISOString();
    return element(
        'tr',
        {},
        element('th', { scope: 'row' }, dayAndClock(at)),
        element('td', {}, hoursAfter(instant, new Date(on.infusedAt).toISOString())),
        cells.map(cell => element('td', {}, cell)),
    );
}
