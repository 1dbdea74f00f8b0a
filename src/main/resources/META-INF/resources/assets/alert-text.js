// Alerts and notes about doses are stored as one sentence, with instants in UTC and UCUM units. The reasons of a grade
// come in pieces: see `said`.

import { moment } from './time.js';

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** The sentence with its instants and units as the ward writes them. */
export const alertText = text => text.replace(INSTANT, moment).replaceAll('mm[Hg]', 'mmHg').replaceAll(' Cel', ' °C');
