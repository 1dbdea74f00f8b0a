// The ICE score, item by item: five touches. An item that nobody asked is no answer, so each must be given.

import { element } from '../element.js';
import { choice } from './fields.js';

const ITEMS = [
    ['orientation', 'Orientation', 4, 'Year, month, city, hospital: how many are right?'],
    ['naming', 'Naming', 3, 'Point at three things, such as clock, pen, button: how many are right?'],
    ['commands', 'Following commands', 1, 'Such as “show me two fingers” or “close your eyes and stick out your tongue”.'],
    ['writing', 'Writing', 1, 'A standard sentence; it can be written below with a finger.'],
    ['attention', 'Attention', 1, 'Count backwards from 100 by ten.'],
];

export const ICE_BEST = 10;

export const iceItems = () => ITEMS.map(([name, legend, best, hint]) => choice(`ice.${name}`, legend, points(best), { hint }));

/** The items of a filled form, or undefined while one is missing. */
export function iceOf(data) {
    const items = ITEMS.map(([name]) => [name, data.get(`ice.${name}`)]);
    return items.some(([, answer]) => answer === null)
        ? undefined
        : Object.fromEntries(items.map(([name, answer]) => [name, Number(answer)]));
}

export const iceProgress = data => {
    const given = ITEMS.map(([name]) => data.get(`ice.${name}`)).filter(answer => answer !== null);
    return element('strong', {}, `ICE ${given.reduce((sum, answer) => sum + Number(answer), 0)} of ${ICE_BEST}`, given.length < ITEMS.length && `, ${ITEMS.length - given.length} items to go`);
};

const points = best =>
    best === 1 ? [['1', 'Right (1)'], ['0', 'Wrong (0)']] : Array.from({ length: best + 1 }, (_, right) => [`${best - right}`, `${best - right}`]);
