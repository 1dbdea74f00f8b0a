// The causes of an attribution. The record holds one of these texts, and the details after a colon.

import { words } from '../phrases.js';

/** It needs its details. */
export const ANOTHER_CAUSE = 'Another cause';

/** What is stored, whatever the language of the page. */
export const CAUSES = [
    'Infection, with a culture',
    'Infection, without a culture',
    'Transfusion reaction',
    'Effect of a drug',
    'Adrenal insufficiency',
    'Cardiac',
    'Sedation or anaesthesia',
    'Baseline of the patient',
    ANOTHER_CAUSE,
];

/** A stored cause in the language of the page. Other systems send causes in words of their own. */
export function causeSaid(stored) {
    const [cause, ...details] = stored.split(': ');
    return [words.check.attribution.causes[cause] ?? cause, ...details].join(': ');
}
