// The CAPD (Cornell Assessment of Pediatric Delirium): its eight items with the words for their points.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { now } from '../time.js';
import { anchorsFor } from './anchors.js';
import { itemThen, totalsThen } from './earlier.js';
import { choice } from './fields.js';

const said = words.check.capd;

/** The items, and whether "always" is best. */
const ITEMS = [
    ['eyeContact', true],
    ['purposeful', true],
    ['aware', true],
    ['communicates', true],
    ['restless', false],
    ['inconsolable', false],
    ['underactive', false],
    ['slowToRespond', false],
];

const CAPD_BEST = 0;
const CAPD_WORST = 32;

/** @param earlier the earlier checks */
export function capdItems(earlier, { birthDate }) {
    const anchors = anchorsFor(birthDate, now());
    return [
        element('p', {}, said.how),
        anchors && element('p', {}, said.ofAge(anchors.age)),
        earlier.place(known => totalsThen(known, CAPD_WORST)),
        ITEMS.map(([name, good]) =>
            choice(`capd.${name}`, said.items[name], points(good), {
                hint: anchors && (good ? said.expected : said.lookFor)(anchors.of(name)),
                beside: earlier.place(known => itemThen(known, name, { best: CAPD_BEST, total: CAPD_BEST })),
            }),
        ),
    ];
}

/** The items of a completed form, or undefined while one is missing. */
export function capdOf(data) {
    const items = ITEMS.map(([name]) => [name, data.get(`capd.${name}`)]);
    return items.some(([, answer]) => answer === null)
        ? {}
        : { capd: Object.fromEntries(items.map(([name, answer]) => [name, Number(answer)])) };
}

export const capdProgress = data => {
    const given = ITEMS.map(([name]) => data.get(`capd.${name}`)).filter(answer => answer !== null);
    return element(
        'strong',
        {},
        said.score(
            given.reduce((sum, answer) => sum + Number(answer), 0),
            CAPD_WORST,
        ),
        given.length < ITEMS.length && said.toGo(ITEMS.length - given.length),
    );
};

/** For these items "always" is best and gives 0 points. */
const points = good =>
    said.often.map((word, index) => {
        const given = good ? said.often.length - 1 - index : index;
        return [`${given}`, `${word} (${given})`];
    });
