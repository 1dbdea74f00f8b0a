// Amounts of each day: as stacked columns, or as lines. A day without a value stays empty.

import { drawing, element } from '../element.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { linear, pictureWidth, ticks } from './scale.js';

const LEFT = 52;
const RIGHT = 8;
const HEIGHT = 190;
const BOTTOM = 22;
const TOP = 8;
const MARKS = 4;
const PER_LABEL = 70;
const HALF_LETTER = 3.8;

/**
 * @param days `{name, parts: [{kind, value}]}`, oldest first
 * @param keys `{kind, name}`
 */
export function columns(title, unit, days, keys) {
    const sum = ({ parts }) => parts.reduce((all, { value }) => all + value, 0);
    const on = sheetOf(days, Math.max(...days.map(sum), 0));
    return figure(title, unit, keys, on, described(title, unit, days, keys), [
        days.map((day, index) => stack(on, day, index, keys)),
    ]);
}

/** @param days `{name, parts: [{kind, value}]}`; a value may be missing, `kind` is that of a line */
export function dayLines(title, unit, days, keys) {
    const values = days.flatMap(({ parts }) => parts.map(({ value }) => value ?? 0));
    const on = sheetOf(days, Math.max(...values, 0));
    return figure(title, unit, keys, on, described(title, unit, days, keys), [
        keys.map(({ kind }) => line(on, days, kind)),
    ]);
}

function sheetOf(days, most) {
    const width = pictureWidth();
    const step = (width - LEFT - RIGHT) / days.length;
    return {
        width,
        step,
        days,
        most: most || 1,
        x: index => LEFT + index * step,
        y: linear([0, most || 1], [HEIGHT - BOTTOM, TOP]),
    };
}

const figure = (title, unit, keys, on, label, parts) =>
    element(
        'figure',
        { class: 'chart' },
        element(
            'figcaption',
            {},
            element('strong', {}, title),
            ` ${unit}`,
            keys.length > 1 && keys.map(({ kind, name }) => element('span', { class: `key-of ${kind}` }, name)),
        ),
        drawing(
            'svg',
            {
                class: 'panel',
                viewBox: `0 0 ${on.width} ${HEIGHT}`,
                width: on.width,
                height: HEIGHT,
                role: 'img',
                'aria-label': label,
            },
            ticks(0, on.most, MARKS)
                .filter(Number.isInteger)
                .map(value => horizontal(on, value)),
            on.days.map((day, index) => name(on, day, index)),
            parts,
        ),
    );

const horizontal = ({ width, y }, value) => [
    drawing('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
    drawing('text', { class: 'label', x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, shown(value)),
];

/** Only as many names of days as fit, the newest among them. */
function name(on, day, index) {
    const every = Math.ceil((on.days.length * PER_LABEL) / (on.width - LEFT));
    return (
        (on.days.length - 1 - index) % every === 0 &&
        drawing(
            'text',
            {
                class: 'label',
                x: Math.min(on.x(index) + on.step / 2, on.width - day.name.length * HALF_LETTER),
                y: HEIGHT - 6,
                'text-anchor': 'middle',
            },
            day.name,
        )
    );
}

function stack(on, { name: day, parts }, index, keys) {
    let below = 0;
    const nameOf = kind => keys.find(key => key.kind === kind)?.name ?? kind;
    return drawing(
        'g',
        {},
        drawing('title', {}, `${day}: ${parts.map(({ kind, value }) => `${shown(value)} ${nameOf(kind)}`).join(', ')}`),
        parts
            .filter(({ value }) => value > 0)
            .map(({ kind, value }) => {
                const from = below;
                below += value;
                return drawing('rect', {
                    class: `part ${kind}`,
                    x: on.x(index) + 1,
                    width: Math.max(1, on.step - 2),
                    y: on.y(below),
                    height: on.y(from) - on.y(below),
                });
            }),
    );
}

function line(on, days, kind) {
    const points = days
        .map(({ name: day, parts }, index) => ({
            day,
            index,
            value: parts.find(part => part.kind === kind)?.value ?? undefined,
        }))
        .filter(({ value }) => value !== undefined);
    const place = ({ index, value }) => [on.x(index) + on.step / 2, on.y(value)];
    const path = points.map((point, at) => {
        const joined = at > 0 && points[at - 1].index === point.index - 1;
        return `${joined ? 'L' : 'M'}${place(point)
            .map(each => each.toFixed(1))
            .join(' ')}`;
    });
    return drawing(
        'g',
        { class: kind },
        drawing('path', {
            class: 'line',
            d: path.join(''),
            'stroke-dasharray': kind === 'line-1' ? '7 3' : undefined,
        }),
        points.map(point =>
            drawing(
                'circle',
                { class: 'dot', cx: place(point)[0], cy: place(point)[1], r: 3 },
                drawing('title', {}, `${point.day}: ${shown(point.value)}`),
            ),
        ),
    );
}

const described = (title, unit, days, keys) => {
    const told = days.map(
        ({ name: day, parts }) => `${day}: ${keys.map(key => `${valueOf(parts, key)} ${key.name}`).join(', ')}`,
    );
    return words.chart.days(title, unit, told.join('. '));
};

const valueOf = (parts, { kind }) => shown(parts.find(part => part.kind === kind)?.value) ?? words.chart.no;
