// The given doses of tocilizumab, and when the hospital's limits allow the next one.

import { capital } from './context-words.js';
import { element } from './element.js';
import { shown } from './number.js';
import { words } from './phrases.js';
import { moment } from './time.js';
import { spoken } from './words.js';

const SAYS = words.doses;

/** @param treatments as the service returns them */
export const doseFacts = ({ tocilizumab, weight, notChecked }) => [
    element('li', {}, SAYS.tocilizumab(given(tocilizumab), most(tocilizumab, weight))),
    tocilizumab.notes.map(note => element('li', {}, sentence(note))),
    notChecked.length > 0 && element('li', {}, SAYS.noLimit(notChecked.map(spoken).join(', '))),
];

function given({ given: count, most: allowed, last, earliestNext }) {
    if (count === 0) return SAYS.none(allowed);
    const next = earliestNext ? SAYS.next(moment(earliestNext)) : SAYS.noNext;
    return SAYS.given(count, allowed, moment(last), next);
}

const most = ({ mostMilligrams }, weight) =>
    mostMilligrams === undefined ? '' : SAYS.most(shown(mostMilligrams), shown(weight));

const sentence = note => `${capital(note)}.`;
