// Numbers as the language writes them. An entry takes both the point and the comma.

import { words } from './phrases.js';

const PLAIN = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/;
const DIGITS = { useGrouping: false, maximumFractionDigits: 10 };

/** @param number a number, or a decimal as text; what is no number is shown as it is */
export const shown = number => (PLAIN.test(number) ? Number(number).toLocaleString(words.locale, DIGITS) : number);
