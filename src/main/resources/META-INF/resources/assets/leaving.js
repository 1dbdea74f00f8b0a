// Entries that wait are sent only when their author signs in here again, so the author hears of them.

import { byId, element } from './element.js';

/**
 * Leaves at once, or asks first if entries wait.
 *
 * @param says `unsent`, given how many wait; `unsentHow`; `nevertheless`
 */
export function askBeforeLeaving(waits, says, leave) {
    if (waits === 0) {
        leave();
        return;
    }
    byId('unsent')?.remove();
    const question = element(
        'p',
        { id: 'unsent', class: 'warning', role: 'alert' },
        element('strong', {}, says.unsent(waits)),
        ` ${says.unsentHow} `,
        element('button', { type: 'button', onclick: leave }, says.nevertheless),
    );
    byId('frame').after(question);
    question.querySelector('button').scrollIntoView({ block: 'nearest' });
}
