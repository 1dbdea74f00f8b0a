// The given doses of tocilizumab, and when the hospital's limits allow the next one.

import { alertText } from './alert-text.js';
import { element } from './element.js';
import { moment } from './time.js';
import { spoken } from './words.js';

/** @param treatments as the service returns them */
export const doseFacts = ({ tocilizumab, weight, notChecked }) => [
    element('li', {}, `Tocilizumab: ${given(tocilizumab)}. ${most(tocilizumab, weight)}`),
    tocilizumab.notes.map(note => element('li', {}, sentence(note))),
    notChecked.length > 0 && element('li', {}, `${notChecked.map(spoken).join(', ')} given: no dose limit is checked.`),
];

function given({ given: count, most: allowed, last, earliestNext }) {
    if (count === 0) return `none given; your limit is ${allowed} in all`;
    const next = earliestNext
        ? `the earliest next by your limit ${moment(earliestNext)}`
        : 'no further dose by your limit';
    return `${count} of ${allowed} given, last ${moment(last)}; ${next}`;
}

const most = ({ mostMilligrams }, weight) =>
    mostMilligrams === undefined ? '' : `At most ${mostMilligrams} mg a dose (${weight} kg).`;

const sentence = note => `${note.charAt(0).toUpperCase()}${alertText(note.slice(1))}.`;
