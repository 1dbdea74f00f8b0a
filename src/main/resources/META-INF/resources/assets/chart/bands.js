// The grades over time as bands with their numbers.

import { drawing, element } from '../element.js';
import { gradeSentence, gradeWord, isKnown, tone } from '../grade.js';
import { words } from '../phrases.js';
import { moment } from '../time.js';
import { LEFT, sheet } from './paper.js';

const LANE = 30;
const NAMES = { crs: 'CRS', icans: 'ICANS' };

/** @param changes the history of grades as it was known: `{syndrome, at, grade}` in milliseconds, oldest first */
export function bands(on, changes) {
    const lanes = Object.keys(NAMES).map((syndrome, lane) =>
        laneOf(
            on,
            lane,
            stretches(
                on,
                changes.filter(change => change.syndrome === syndrome),
            ),
            NAMES[syndrome],
        ),
    );
    return element(
        'figure',
        { class: 'chart' },
        element('figcaption', {}, element('strong', {}, words.chart.grades)),
        sheet(on, LANE * lanes.length, summary(changes), lanes),
    );
}

/** The spans from each change to the next, as far as the sheet reaches. */
function stretches(on, changes) {
    return changes
        .map(({ at, grade }, index) => ({
            grade,
            from: Math.max(at, on.from),
            to: Math.min(changes[index + 1]?.at ?? Math.min(Date.now(), on.to), on.to),
        }))
        .filter(({ from, to }) => to > from);
}

const laneOf = (on, lane, parts, name) =>
    drawing(
        'g',
        {},
        drawing('text', { class: 'label', x: LEFT - 6, y: lane * LANE + 19, 'text-anchor': 'end' }, name),
        parts.map(part => band(on, lane, part, name)),
    );

function band(on, lane, { from, to, grade }, name) {
    const [x, width] = [on.x(from), on.x(to) - on.x(from)];
    return drawing(
        'g',
        { class: `band ${tone(grade)}` },
        drawing('title', {}, words.chart.between(gradeSentence(name, grade), moment(from), moment(to))),
        drawing('rect', { x, y: lane * LANE + 2, width: Math.max(1, width), height: LANE - 4 }),
        width > 14 &&
            drawing(
                'text',
                { x: x + width / 2, y: lane * LANE + 19, 'text-anchor': 'middle' },
                isKnown(grade) ? grade : '?',
            ),
    );
}

const summary = changes => words.chart.gradesOverTime(changes.map(spokenChange).join('. '));

const spokenChange = ({ syndrome, at, grade }) =>
    words.chart.gradeFrom(NAMES[syndrome], isKnown(grade) ? grade : gradeWord(grade), moment(at));
