// The buttons that correct one entry: withdraw it, or enter it anew.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { sentence } from '../words.js';
import { anewPage, canBeEnteredAnew } from './anew.js';
import { withdrawn } from './consequence.js';

const said = words.correct.entry;

/**
 * @param correct `withdraw` is called with the entry and a reason; `checkPage` enters it anew; `physician` whether the
 *     user is one
 * @param labels of the buttons: `withdraw`, `anew`
 */
export function entryCorrection(one, { withdraw, checkPage, physician }, labels = said) {
    const reason = element('input', {
        required: true,
        maxlength: 500,
        'aria-label': said.whyWithdrawn,
        placeholder: said.why,
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
        element('button', { class: 'danger' }, said.withdrawThis),
    );
    const open = element(
        'button',
        {
            type: 'button',
            'aria-label': `${labels.withdraw}: ${sentence(one)}`,
            onclick: () => {
                form.hidden = !form.hidden;
                reason.focus();
            },
        },
        `${labels.withdraw} …`,
    );
    const anew =
        canBeEnteredAnew(one.kind, physician) &&
        element(
            'a',
            { class: 'button', href: anewPage(checkPage, one), 'aria-label': `${labels.anew}: ${sentence(one)}` },
            labels.anew,
        );
    return [element('div', { class: 'buttons' }, open, anew), form];
}
