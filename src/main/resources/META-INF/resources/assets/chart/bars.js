// Amounts of named things as bars, the most first.

import { drawing, element } from '../element.js';
import { linear, pictureWidth } from './scale.js';

const LANE = 24;
const NAME_SHARE = 0.4;
const GAP = 12;
const LETTER = 6.6;
const DIGIT = 8;

/**
 * @param title of the picture
 * @param rows `{name, value, words, kind}`: `words` is what stands behind the bar, `kind` its class
 */
export function bars(title, unit, rows) {
    const most = Math.max(...rows.map(({ value }) => value), 0) || 1;
    const whole = pictureWidth();
    const names = Math.round(whole * NAME_SHARE);
    const numbers = Math.max(...rows.map(({ words }) => words.length), 0) * DIGIT + GAP;
    const width = linear([0, most], [0, whole - names - numbers]);
    return element(
        'figure',
        { class: 'chart' },
        element('figcaption', {}, element('strong', {}, title), ` ${unit}`),
        drawing(
            'svg',
            {
                class: 'panel',
                viewBox: `0 0 ${whole} ${LANE * rows.length}`,
                width: whole,
                height: LANE * rows.length,
                role: 'img',
                'aria-label': `${title}, ${unit}: ${rows.map(({ name, words }) => `${name} ${words}`).join(', ')}`,
            },
            rows.map((row, index) => bar(row, { top: index * LANE, names, width })),
        ),
    );
}

const bar = ({ name, value, words, kind }, { top, names, width }) =>
    drawing(
        'g',
        {},
        drawing('title', {}, `${name}: ${words}`),
        drawing(
            'text',
            { class: 'label', x: names - 8, y: top + 16, 'text-anchor': 'end' },
            short(name, names / LETTER),
        ),
        drawing('rect', {
            class: `part ${kind}`,
            x: names,
            y: top + 3,
            width: Math.max(1, width(value)),
            height: LANE - 6,
        }),
        drawing('text', { x: names + width(value) + 6, y: top + 16 }, words),
    );

const short = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
