// The ICE score, item by item: five touches. Every item needs an answer: its points, or that it
// was left out.

import { element } from '../element.js';
import { itemThen, totalsThen } from './earlier.js';
import { choice } from './fields.js';

const ITEMS = [
    ['orientation', 'Orientation', 4, 'Year, month, city, hospital: how many are right?'],
    ['naming', 'Naming', 3, 'Point at three things, such as clock, pen, button: how many are right?'],
    [
        'commands',
        'Following commands',
        1,
        'Such as “show me two fingers” or “close your eyes and stick out your tongue”.',
    ],
    ['writing', 'Writing', 1, 'A standard sentence; it can be written below with a finger.'],
    ['attention', 'Attention', 1, 'Count backwards from 100 by ten.'],
];

const ICE_BEST = 10;

/** @param earlier the earlier checks */
export const iceItems = earlier => [
    earlier.place(known => totalsThen(known, ICE_BEST)),
    ITEMS.map(([name, legend, best, hint]) =>
        choice(`ice.${name}`, legend, points(best), {
            hint,
            beside: earlier.place(known => itemThen(known, name, { best, total: ICE_BEST })),
        }),
    ),
];

const LEFT_OUT = 'left-out';

/** The score of a completed form in the API's form. Items that could not be asked are named. */
export function iceOf(data) {
    const answers = ITEMS.map(([name]) => [name, data.get(`ice.${name}`)]);
    const leftOut = answers.filter(([, answer]) => answer === LEFT_OUT).map(([name]) => name);
    const ice = Object.fromEntries(
        answers
            .filter(([, answer]) => answer !== LEFT_OUT && answer !== null)
            .map(([name, answer]) => [name, Number(answer)]),
    );
    return { ice, itemsNotDone: leftOut.length > 0 ? leftOut : undefined };
}

export const iceProgress = data => {
    const given = ITEMS.map(([name]) => data.get(`ice.${name}`)).filter(answer => answer !== null);
    const scored = given.filter(answer => answer !== LEFT_OUT);
    return element(
        'strong',
        {},
        `ICE ${scored.reduce((sum, answer) => sum + Number(answer), 0)} of ${ICE_BEST}`,
        given.length < ITEMS.length && `, ${ITEMS.length - given.length} items to go`,
        scored.length < given.length && ', items left out count in full',
    );
};

const points = best => [
    ...(best === 1
        ? [
              ['1', 'Right (1)'],
              ['0', 'Wrong (0)'],
          ]
        : Array.from({ length: best + 1 }, (_, right) => [`${best - right}`, `${best - right}`])),
    [LEFT_OUT, 'Could not be asked'],
];
