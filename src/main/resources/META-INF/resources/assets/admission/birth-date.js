// A date of birth, of which only the month or year may be known.

import { text } from '../check/fields.js';

/** A year, a month or a date. */
export const birthDateField = more =>
    text('birthDate', 'Date of birth (1957-06-05, or 1957-06, or 1957)', {
        maxlength: 10,
        pattern: '[0-9]{4}(-[0-9]{2}){0,2}',
        title: 'Year-month-day, as far as it is known',
        ...more,
    });
