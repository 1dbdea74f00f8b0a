// Emergency access to a patient of another ward: for a reason, for an hour, and with an alert to that ward.

import { post, Refused, step } from './api.js';
import { text, textOf } from './check/fields.js';
import { byId, element, show } from './element.js';
import { atTheBedside } from './session.js';

const NOT_SEEN = 404;
const LONGEST_REASON = 500;

/** Returns the episode. If the user may not see it, the page offers emergency access instead. */
export async function orEmergency(reading, patientId, who) {
    try {
        return await reading;
    } catch (failure) {
        if (failure instanceof Refused && failure.status === NOT_SEEN && atTheBedside(who))
            show(byId('main'), offer(patientId));
        throw failure;
    }
}

function offer(patientId) {
    const refused = element('p', { class: 'bad', role: 'alert' });
    const form = element(
        'form',
        { class: 'card', 'aria-labelledby': 'emergency' },
        element('h1', { id: 'emergency' }, 'Emergency access'),
        element(
            'p',
            {},
            `If ${patientId} is a patient of another ward and you must see the record now, say why. ` +
                'It is open to you for an hour. The patient’s ward is alerted with your name and your reason, ' +
                'and both are kept.',
        ),
        text('reason', 'Reason', { maxlength: LONGEST_REASON }),
        refused,
        element('button', { class: 'danger' }, 'Open the record'),
    );
    form.addEventListener('submit', async event => {
        event.preventDefault();
        try {
            await post(`/v1/patients/${step(patientId)}/break-glass`, { reason: textOf(new FormData(form), 'reason') });
            location.reload();
        } catch (failure) {
            refused.textContent = `Not opened: ${failure.sentence ?? failure.message}.`;
        }
    });
    return form;
}
