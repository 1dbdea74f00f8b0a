// Why somebody at home has to call now: a sign of the questions, or a number beyond the limits of the centre.

import { plausible } from '../check/treatments.js';

/** Until the limits of the centre are known. */
const USUAL = { temperatureFrom: 38, systolicUnder: 90, spo2Under: 92 };

const MEASURED = ['temperature', 'heartRate', 'systolic', 'spo2'];

const BEYOND = {
    temperature: (number, { temperatureFrom }) => number >= temperatureFrom,
    systolic: (number, { systolicUnder, systolicUpTo }) => number < systolicUnder || number <= systolicUpTo,
    spo2: (number, { spo2Under }) => number < spo2Under,
};

/** @param answers whether each sign is new or worse */
export const signsSeen = answers =>
    Object.entries(answers)
        .filter(([, seen]) => seen === true)
        .map(([sign]) => ({ sign }));

/**
 * The numbers beyond the limits, and those that are unusual for anybody.
 *
 * @param readings the numbers, by the fields of the API
 * @param limits of the centre
 */
export const numbersBeyond = (readings, limits = USUAL) =>
    Object.entries(readings)
        .filter(([field]) => MEASURED.includes(field))
        .filter(([field, number]) => BEYOND[field]?.(number, limits) || isUnusual(number, plausible(field)))
        .map(([field, number]) => ({ field, number }));

/** Each reason once. */
export const united = (...lists) => {
    const known = new Map(lists.flat().map(reason => [JSON.stringify(reason), reason]));
    return [...known.values()];
};

const isUnusual = (number, [least, most]) => number < least || number > most;
