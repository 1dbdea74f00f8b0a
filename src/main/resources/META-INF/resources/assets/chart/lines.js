// A panel of lines over time. Gaps stay gaps, nothing is smoothed, and every received point is drawn.

import { drawing, element } from '../element.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { dayAndClock } from '../time.js';
import { LEFT, RIGHT, sheet } from './paper.js';
import { linear, logarithmic, powers, ticks } from './scale.js';

const TOP = 8;
const DOTTED_BELOW = 120;
const HALF_SQUARE = 3.5;
const SAYS = words.chart;
const DASHES = ['', '7 3', '2 3'];

/**
 * @param panel `{title, unit, note?, series: [{name, points: [{at, value, tip?}], gap}], limits?: [{value, name}],
 *     range?: [low, high], reference?: [low, high], log?}`; `gap` is how many milliseconds of silence end a line
 */
export function lines(on, panel, height) {
    const visible = panel.series.map(one => ({
        ...one,
        points: one.points.filter(({ at }) => at >= on.from && at <= on.to),
    }));
    const domain = reach(
        panel,
        visible.flatMap(({ points }) => points.filter(plausible).map(({ value }) => value)),
    );
    const y = panel.log
        ? bounded(logarithmic(domain, [height - TOP, TOP]), domain)
        : linear(domain, [height - TOP, TOP]);
    const marks = panel.log ? powers(...domain) : ticks(...domain, Math.max(4, Math.floor(height / 22)));
    return element(
        'figure',
        { class: 'chart' },
        caption(panel),
        sheet(
            on,
            height,
            summary(panel, visible),
            reference(on, panel, y),
            marks.map(value => horizontal(on, y(value), value, 'grid')),
            (panel.limits ?? [])
                .filter(({ value }) => value >= domain[0] && value <= domain[1])
                .map(({ value }) => horizontal(on, y(value), '', 'limit')),
            visible.map((one, index) => line(on, y, one.points.filter(plausible), { gap: one.gap, index })),
            visible
                .flatMap(({ points }) => points.filter(({ implausible }) => implausible))
                .map(point => beyondBelief(on, point, y, height)),
        ),
    );
}

function caption({ title, unit, note, series, limits = [] }) {
    const names =
        series.length > 1 && series.map(({ name }, index) => element('span', { class: `key line-${index}` }, name));
    return element(
        'figcaption',
        {},
        element('strong', {}, title),
        unit && ` ${unit} `,
        names,
        limits.map(({ name }) => element('span', { class: 'quiet' }, ` ${name}`)),
        note && element('span', { class: 'quiet' }, ` ${note}`),
        series.some(({ points }) => points.some(atHome)) && element('span', { class: 'quiet' }, ` □ ${SAYS.home}`),
    );
}

/** A logarithmic scale has no zero: it is drawn at the lower edge. */
const bounded =
    (scale, [low]) =>
    value =>
        scale(Math.max(low, value));

function reach({ range, log }, all) {
    const values = log ? all.filter(value => value > 0) : all;
    const [low, high] = range ?? [Infinity, -Infinity];
    const lowest = Math.min(low, ...pair(values, Math.min));
    const highest = Math.max(high, ...pair(values, Math.max));
    if (!Number.isFinite(lowest)) return [0.1, 1];
    return log
        ? [10 ** Math.floor(Math.log10(lowest)), 10 ** Math.ceil(Math.log10(highest) + 0.01)]
        : [lowest, highest];
}

/** Spread would overflow the stack for a hundred thousand values. */
const pair = (values, choose) => (values.length === 0 ? [] : [values.reduce((one, other) => choose(one, other))]);

const reference = (on, { reference: range }, y) =>
    range &&
    drawing('rect', {
        class: 'reference',
        x: LEFT,
        width: on.width - LEFT - RIGHT,
        y: y(range[1]),
        height: Math.max(1, y(range[0]) - y(range[1])),
    });

const horizontal = (on, y, value, kind) => [
    drawing('line', { class: kind, x1: LEFT, x2: on.width - RIGHT, y1: y, y2: y }),
    value !== '' && drawing('text', { class: 'label', x: LEFT - 6, y: y + 4, 'text-anchor': 'end' }, shown(value)),
];

function line(on, y, points, { gap, index }) {
    const path = points.map(({ at, value }, place) => {
        const joined = place > 0 && at - points[place - 1].at <= gap;
        return `${joined ? 'L' : 'M'}${on.x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    });
    const alone = points.filter(
        (point, place) => points.length < DOTTED_BELOW || atHome(point) || lonely(points, place, gap),
    );
    return drawing(
        'g',
        { class: `line-${index}` },
        drawing('path', { class: 'line', d: path.join(''), 'stroke-dasharray': DASHES[index % DASHES.length] }),
        alone.map(point => (atHome(point) ? square(on, y, point) : dot(on, y, point))),
    );
}

const dot = (on, y, point) =>
    drawing(
        'circle',
        { class: point.censored ? 'dot censored' : 'dot', cx: on.x(point.at), cy: y(point.value), r: 3 },
        title(point),
    );

/** A reading at home has another shape, not only another colour. */
const square = (on, y, point) =>
    drawing(
        'rect',
        {
            class: 'dot home',
            x: on.x(point.at) - HALF_SQUARE,
            y: y(point.value) - HALF_SQUARE,
            width: 2 * HALF_SQUARE,
            height: 2 * HALF_SQUARE,
        },
        title(point),
    );

const title = point =>
    drawing(
        'title',
        {},
        [
            SAYS.at(`${point.censored ?? ''}${shown(point.value)}`, dayAndClock(point.at)),
            point.tip,
            atHome(point) && SAYS.home,
        ]
            .filter(Boolean)
            .join(', '),
    );

/** Implausible values are shown as such, and affect neither line nor scale. */
const beyondBelief = (on, { at, value, setting }, y, height) =>
    drawing(
        'text',
        { class: 'implausible', x: on.x(at), y: Math.min(height - 2, Math.max(10, y(value))), 'text-anchor': 'middle' },
        drawing('title', {}, `${SAYS.implausible(shown(value))}${atHome({ setting }) ? `, ${SAYS.home}` : ''}`),
        '×',
    );

const atHome = ({ setting }) => setting === 'home';

const plausible = ({ implausible }) => !implausible;

const lonely = (points, place, gap) =>
    (place === 0 || points[place].at - points[place - 1].at > gap) &&
    (place === points.length - 1 || points[place + 1].at - points[place].at > gap);

function summary({ title, unit }, visible) {
    const told = visible
        .filter(({ points }) => points.length > 0)
        .map(({ name, points }) => {
            const values = points.map(({ value }) => value);
            const range = SAYS.range(shown(pair(values, Math.min)[0]), shown(pair(values, Math.max)[0]));
            const home = points.filter(atHome).length;
            return (
                SAYS.line(name, range, unit, shown(values.at(-1))) +
                (atHome(points.at(-1)) ? ` (${SAYS.home})` : '') +
                (home > 0 ? SAYS.readAtHome(home, points.length) : '')
            );
        });
    return SAYS.panel(title, told.join('. ') || SAYS.noValues);
}
