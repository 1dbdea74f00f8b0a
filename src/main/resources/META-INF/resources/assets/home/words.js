// The words of the page for patients and caregivers, in each language.

import { de } from './words/de.js';
import { en } from './words/en.js';

export const WORDS = { en, de };
