// Records that were accepted but could not be applied. Each waits until a person settles it.

import { list, patiently, post, step } from '../api.js';
import { tryForm } from '../attempt.js';
import { text, textOf } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { moment } from '../time.js';
import { spoken } from '../words.js';
import { piece } from './piece.js';

const MOST = 100;

export async function showQuarantine() {
    const items = await patiently(() => list('/v1/quarantine', { state: 'open' }, MOST));
    show(
        byId('quarantine'),
        items.length === 0 && element('p', {}, 'Nothing is in quarantine.'),
        items.length >= MOST &&
            element('p', { class: 'quiet' }, `The newest ${items.length}. Settle some to see more.`),
        element('ul', { class: 'plain' }, items.map(item)),
    );
}

const item = ({ id, reason, detail, receivedAt, patientId, deviceId, sender, observationId, value, valueBase64 }) =>
    element(
        'li',
        { class: 'card' },
        element('h3', {}, `${spoken(reason)}, received ${moment(receivedAt)}`),
        element('p', {}, detail),
        element(
            'p',
            { class: 'quiet' },
            [
                patientId && `Patient ${patientId}`,
                deviceId && `Device ${deviceId}`,
                observationId && `Observation ${observationId}${sender ? ` of ${sender}` : ''}`,
            ]
                .filter(Boolean)
                .join(' · '),
        ),
        piece(value),
        element(
            'details',
            {},
            element('summary', {}, 'What was sent'),
            element('pre', { class: 'scroll', tabindex: 0 }, value ?? valueBase64 ?? 'Nothing.'),
        ),
        settlement(id, reason),
    );

/** A record whose sender had used its id before can only be released under a new id. */
function settlement(id, reason) {
    const newId =
        reason === 'id-conflict' && text('newId', 'Release under a new id', { required: false, maxlength: 128 });
    const form = element(
        'form',
        { 'aria-label': `Settle ${id}` },
        element(
            'div',
            { class: 'grid' },
            text('patientId', 'Release to patient (if the patient was not known)', { required: false, maxlength: 64 }),
            newId,
            text('note', 'Note', { maxlength: 1000 }),
        ),
        element(
            'div',
            { class: 'buttons' },
            element('button', { class: 'primary', value: 'release' }, 'Release'),
            element('button', { class: 'danger', value: 'discard' }, 'Discard'),
        ),
    );
    return tryForm(form, async (data, act) => {
        const note = textOf(data, 'note');
        await post(
            `/v1/quarantine/${step(id)}/${act}`,
            act === 'release' ? { patientId: textOf(data, 'patientId'), newId: textOf(data, 'newId'), note } : { note },
        );
        await showQuarantine();
        return act === 'release' ? 'Released: it goes through the stream again.' : 'Discarded. It stays on record.';
    });
}
