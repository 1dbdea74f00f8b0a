// An alert and a note about doses keep the sentence as it was told, with instants in UTC and units by UCUM, and nothing
// beside it. The reasons of a grade come in pieces: see `said`.

import { moment } from './time.js';

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/** The sentence with its instants and units as the ward writes them. */
export const alertText = text => text.replace(INSTANT, moment).replaceAll('mm[Hg]', 'mmHg').replaceAll(' Cel', ' °C');
