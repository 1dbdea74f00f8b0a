// Emergency access to a patient of another ward: for a reason, for an hour, and with an alert to that ward.

import { post, Refused, step } from './api.js';
import { text, textOf } from './check/fields.js';
import { byId, element, show } from './element.js';
import { words } from './phrases.js';
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
        element('h1', { id: 'emergency' }, words.emergency.title),
        element('p', {}, words.emergency.explained(patientId)),
        text('reason', words.emergency.reason, { maxlength: LONGEST_REASON }),
        refused,
        element('button', { class: 'danger' }, words.emergency.open),
    );
    form.addEventListener('submit', async event => {
        event.preventDefault();
        try {
            await post(`/v1/patients/${step(patientId)}/break-glass`, { reason: textOf(new FormData(form), 'reason') });
            location.reload();
        } catch (failure) {
            refused.textContent = words.emergency.refused(failure.sentence ?? failure.message);
        }
    });
    return form;
}
