// A date of birth, of which only the month or year may be known.

import { text } from '../check/fields.js';
import { words } from '../phrases.js';

/** A year, a month or a date. */
export const birthDateField = more =>
    text('birthDate', words.admission.birthDate.label, {
        maxlength: 10,
        pattern: '[0-9]{4}(-[0-9]{2}){0,2}',
        title: words.admission.birthDate.how,
        ...more,
    });
