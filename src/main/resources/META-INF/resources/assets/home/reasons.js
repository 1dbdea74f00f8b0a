// Why somebody at home has to call now: a sign of the questions, or a number beyond the limits of the centre.

/** Until the limits of the centre are known. */
const USUAL = { temperatureFrom: 38, systolicUnder: 90, spo2Under: 92 };

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
 * @param readings the numbers, by the fields of the API
 * @param limits of the centre
 */
export const numbersBeyond = (readings, limits = USUAL) =>
    Object.entries(readings)
        .filter(([field, number]) => BEYOND[field]?.(number, limits))
        .map(([field, number]) => ({ field, number }));
