// The CAPD (Cornell Assessment of Pediatric Delirium): its eight items with the words for their points.

import { element } from '../element.js';
import { now } from '../time.js';
import { anchorsFor } from './anchors.js';
import { itemThen, totalsThen } from './earlier.js';
import { choice } from './fields.js';

const OFTEN = ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'];

const ITEMS = [
    ['eyeContact', 'Does the child make eye contact with the caregiver?', true],
    ['purposeful', 'Are the child’s actions purposeful?', true],
    ['aware', 'Is the child aware of its surroundings?', true],
    ['communicates', 'Does the child communicate needs and wants?', true],
    ['restless', 'Is the child restless?', false],
    ['inconsolable', 'Is the child inconsolable?', false],
    ['underactive', 'Is the child underactive, moving very little while awake?', false],
    ['slowToRespond', 'Does it take the child a long time to respond to interactions?', false],
];

const CAPD_BEST = 0;
const CAPD_WORST = 32;

/** @param earlier the earlier checks */
export function capdItems(earlier, { birthDate }) {
    const anchors = anchorsFor(birthDate, now());
    return [
        element(
            'p',
            {},
            'Score the whole shift, at its end, compared with how this child usually is. ' +
                'The caregiver knows what is usual.',
        ),
        anchors && element('p', {}, `Below each item: what belongs to ${anchors.age}.`),
        earlier.place(known => totalsThen(known, CAPD_WORST)),
        ITEMS.map(([name, question, good]) =>
            choice(`capd.${name}`, question, points(good), {
                hint: anchors && `${good ? 'Expected' : 'Look for'}: ${anchors.of(name)}.`,
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
        `CAPD ${given.reduce((sum, answer) => sum + Number(answer), 0)} of ${CAPD_WORST}`,
        given.length < ITEMS.length && `, ${ITEMS.length - given.length} items to go`,
    );
};

/** For these items "always" is best and gives 0 points. */
const points = good =>
    OFTEN.map((word, index) => {
        const given = good ? OFTEN.length - 1 - index : index;
        return [`${given}`, `${word} (${given})`];
    });
