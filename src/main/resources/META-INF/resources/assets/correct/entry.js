// The buttons that correct one entry: withdraw it, or enter it anew.

import { element } from '../element.js';
import { sentence } from '../words.js';
import { anewPage, canBeEnteredAnew } from './anew.js';
import { withdrawn } from './consequence.js';

const WORDS = { withdraw: 'Withdraw', anew: 'Withdraw and enter anew' };

/**
 * @param correct `withdraw` is called with the entry and a reason; `checkPage` enters it anew; `physician` whether the
 *     user is one
 * @param words of the buttons
 */
export function entryCorrection(one, { withdraw, checkPage, physician }, words = WORDS) {
    const reason = element('input', {
        required: true,
        maxlength: 500,
        'aria-label': 'Why it is withdrawn',
        placeholder: 'Why',
    });
    const form = element(
        'form',
        {
            class: 'answer',
            hidden: true,
            onsubmit: event => {
                event.preventDefault();
                withdraw(one, reason.value.trim());
                form.hidden = true;
            },
        },
        element('p', {}, withdrawn(one)),
        reason,
        element('button', { class: 'danger' }, 'Withdraw this entry'),
    );
    const open = element(
        'button',
        {
            type: 'button',
            'aria-label': `${words.withdraw}: ${sentence(one)}`,
            onclick: () => {
                form.hidden = !form.hidden;
                reason.focus();
            },
        },
        `${words.withdraw} …`,
    );
    const anew =
        canBeEnteredAnew(one.kind, physician) &&
        element(
            'a',
            { class: 'button', href: anewPage(checkPage, one), 'aria-label': `${words.anew}: ${sentence(one)}` },
            words.anew,
        );
    return [element('div', { class: 'buttons' }, open, anew), form];
}
