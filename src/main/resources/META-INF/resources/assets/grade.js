// A grade as a number, a word and a shape: never by colour alone. "Cannot grade" is as loud as any grade.

import { drawing, element } from './element.js';
import { words } from './phrases.js';

const SHAPES = [
    ['circle', { cx: 12, cy: 12, r: 8, fill: 'none', 'stroke-width': 2.5 }],
    ['circle', { cx: 12, cy: 12, r: 9 }],
    ['rect', { x: 4, y: 4, width: 16, height: 16 }],
    ['polygon', { points: '12,2 22.5,21 1.5,21' }],
    ['polygon', { points: '8,1.5 16,1.5 22.5,8 22.5,16 16,22.5 8,22.5 1.5,16 1.5,8' }],
    ['path', { d: 'M4 4 20 20M20 4 4 20', fill: 'none', 'stroke-width': 4 }],
];

const UNKNOWN = ['path', { d: 'M4 4h16v16H4zM4 12 12 4M4 20 20 4M12 20l8-8', fill: 'none', 'stroke-width': 2 }];

/** The class that colours a grade. */
export const tone = grade => (isKnown(grade) ? `grade-${grade}` : 'grade-unknown');

export const isKnown = grade => grade !== null && grade !== undefined;

export const gradeWord = grade => (isKnown(grade) ? words.grade.words[grade] : words.grade.cannot);

/** "CRS 2, moderate"; "ICANS: cannot grade". */
export const gradeSentence = (name, grade) =>
    isKnown(grade) ? words.grade.known(name, grade, gradeWord(grade)) : words.grade.unknown(name);

function shape(grade) {
    const [name, form] = isKnown(grade) ? SHAPES[grade] : UNKNOWN;
    return drawing('svg', { class: 'shape', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, drawing(name, form));
}

/** The badge of one syndrome's grade. */
export function badge(name, grade, ...more) {
    return element(
        'div',
        { class: `grade ${tone(grade)}` },
        shape(grade),
        element('span', { class: 'syndrome' }, name),
        element('span', { class: 'number' }, isKnown(grade) ? grade : '?'),
        element('span', { class: 'word' }, gradeWord(grade)),
        ...more,
    );
}
