// Alerts and notes about doses are stored as one sentence, with instants in UTC and UCUM units. The reasons of a grade
// come in pieces: see `said`.

import { translated } from './phrase-book.js';
import { moment } from './time.js';

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const WARD_UNITS = { 'mm[Hg]': 'mmHg', Cel: '°C' };
/** After a number only: Celecoxib is no unit. */
const UNIT = /(?<=\d )(mm\[Hg\]|Cel)(?![\p{L}\p{N}])/gu;

/** A unit of UCUM as the ward writes it. */
export const wardUnit = unit => WARD_UNITS[unit] ?? unit;

/** The sentence in the language of the page, with its instants and units as the ward writes them. */
export const alertText = text => translated(text).replace(INSTANT, moment).replace(UNIT, wardUnit);
