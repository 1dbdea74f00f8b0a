// What would allow less watching while the patient is still in hospital. It changes no plan of checks.

import { alertText } from './alert-text.js';
import { capital, inShort } from './context-words.js';
import { element } from './element.js';
import { keep } from './keep.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';

const SAYS = words.stepDown;
const STATES = { true: SAYS.hold, false: SAYS.doNotHold };

/** Draws the item `step-down` of the scores beside the grades. */
export function stepDown(place, { items }) {
    const item = items.find(one => one.item === 'step-down');
    keep(place, item, () => [
        element('p', {}, element('strong', {}, `${inShort(item)}.`)),
        element(
            'ul',
            {},
            item.facts.map(({ name, holds, finding }) =>
                element(
                    'li',
                    {},
                    `${SAYS.names[name] ?? name}: ${STATES[holds] ?? SAYS.notKnown} (${alertText(finding)})`,
                ),
            ),
        ),
        item.reason && element('p', {}, `${capital(item.reason)}.`),
        element('p', { class: 'quiet small' }, `${translated(item.caveat)}.`),
    ]);
}
