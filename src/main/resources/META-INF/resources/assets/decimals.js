// Numbers with a fixed number of decimals, as the language writes them.

import { words } from './phrases.js';

/** "37.0" or "37,0". The rounding is that of `toFixed`. */
export const fixed = (number, decimals) =>
    Number(Number(number).toFixed(decimals)).toLocaleString(words.locale, {
        useGrouping: false,
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
    });
