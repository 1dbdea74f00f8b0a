// The ICE score, item by item: five touches. Every item needs an answer: its points, or that it
// was left out.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { itemThen, totalsThen } from './earlier.js';
import { choice } from './fields.js';

const said = words.check.ice;

/** The items with their points. */
const ITEMS = [
    ['orientation', 4],
    ['naming', 3],
    ['commands', 1],
    ['writing', 1],
    ['attention', 1],
];

const ICE_BEST = 10;

/** @param earlier the earlier checks */
export const iceItems = earlier => [
    earlier.place(known => totalsThen(known, ICE_BEST)),
    ITEMS.map(([name, best]) => {
        const [legend, hint] = said.items[name];
        return choice(`ice.${name}`, legend, points(best), {
            hint,
            beside: earlier.place(known => itemThen(known, name, { best, total: ICE_BEST })),
        });
    }),
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
        said.score(
            scored.reduce((sum, answer) => sum + Number(answer), 0),
            ICE_BEST,
        ),
        given.length < ITEMS.length && said.toGo(ITEMS.length - given.length),
        scored.length < given.length && said.countInFull,
    );
};

const points = best => [
    ...(best === 1
        ? [
              ['1', said.right],
              ['0', said.wrong],
          ]
        : Array.from({ length: best + 1 }, (_, right) => [`${best - right}`, `${best - right}`])),
    [LEFT_OUT, said.leftOut],
];
