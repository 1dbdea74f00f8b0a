// The sheet that all panels share: one width, one axis of time.

import { drawing } from '../element.js';
import { words } from '../phrases.js';
import { clock, dayOfYear } from '../time.js';
import { hourTicks, linear } from './scale.js';

export const LEFT = 72;
export const RIGHT = 10;
const PER_TICK = 90;
const HALF_LETTER = 3.8;

/** @param span `{from, to, infusedAt}` in milliseconds */
export function paper(span, width) {
    const x = linear([span.from, span.to], [LEFT, width - RIGHT]);
    const marks = hourTicks(span, Math.max(2, Math.floor((width - LEFT) / PER_TICK)));
    return { ...span, width, x, marks };
}

/** An empty sheet with its vertical lines; a screen reader reads `label` instead. */
export const sheet = (on, height, label, ...parts) => drawn(on, height, label, [infusion(on, height), parts]);

const drawn = (on, height, label, parts) =>
    drawing(
        'svg',
        {
            class: 'panel',
            viewBox: `0 0 ${on.width} ${height}`,
            width: on.width,
            height,
            role: 'img',
            'aria-label': label,
        },
        on.marks.map(({ at }) => drawing('line', { class: 'grid', x1: on.x(at), x2: on.x(at), y1: 0, y2: height })),
        parts,
    );

/** Hours since the infusion above, the wall clock below. */
export function axis(on) {
    const long = on.to - on.from > 2 * 24 * 3_600_000;
    const texts = on.marks.map(({ hours, at }) => [
        text(on, at, 14, `${hours >= 0 ? '+' : '−'}${Math.abs(hours)} h`, 'hours'),
        text(on, at, 30, long ? dayOfYear(at) : clock(at), 'clock'),
    ]);
    return drawn(on, 36, words.chart.axis, texts.flat());
}

/** Centred, but never beyond the right edge. */
const text = (on, at, y, words, kind) =>
    drawing(
        'text',
        {
            class: `label ${kind}`,
            x: Math.min(on.x(at), on.width - words.length * HALF_LETTER),
            y,
            'text-anchor': 'middle',
        },
        words,
    );

const infusion = (on, height) =>
    on.infusedAt >= on.from &&
    on.infusedAt <= on.to &&
    drawing('line', { class: 'infusion', x1: on.x(on.infusedAt), x2: on.x(on.infusedAt), y1: 0, y2: height });
