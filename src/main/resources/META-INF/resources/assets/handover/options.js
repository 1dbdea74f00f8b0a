// How far back a handover reaches, and the button that prints it.

import { byId, element, show } from '../element.js';
import { words } from '../phrases.js';

const SHIFTS = [12, 24];

export const SHIFT = SHIFTS[0];

/** @param changed called with the hours that were chosen */
export const offerOptions = changed =>
    show(
        byId('options'),
        element(
            'div',
            { class: 'choice', role: 'group', 'aria-label': words.handover.howFar },
            SHIFTS.map(length =>
                element(
                    'label',
                    {},
                    element('input', {
                        type: 'radio',
                        name: 'hours',
                        checked: length === SHIFT,
                        onchange: () => changed(length),
                    }),
                    words.handover.last(length),
                ),
            ),
        ),
        element(
            'div',
            { class: 'buttons' },
            element(
                'button',
                { type: 'button', id: 'print', class: 'primary', disabled: true, onclick: () => print() },
                words.frame.print,
            ),
        ),
    );

/** A handover is printed only when all of it is read. */
export const allowPrint = complete => {
    byId('print').disabled = !complete;
};
