// Records that were accepted but could not be applied. Each waits until a person settles it.

import { alertText } from '../alert-text.js';
import { list, patiently, post, step } from '../api.js';
import { tryForm } from '../attempt.js';
import { text, textOf } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { langOf } from '../phrase-book.js';
import { words } from '../phrases.js';
import { moment } from '../time.js';
import { spoken } from '../words.js';
import { piece } from './piece.js';

const said = words.adminQuarantine;
const MOST = 100;

export async function showQuarantine() {
    const items = await patiently(() => list('/v1/quarantine', { state: 'open' }, MOST));
    show(
        byId('quarantine'),
        items.length === 0 && element('p', {}, said.none),
        items.length >= MOST && element('p', { class: 'quiet' }, said.newest(items.length)),
        element('ul', { class: 'plain' }, items.map(item)),
    );
}

const item = ({ id, reason, detail, receivedAt, patientId, deviceId, sender, observationId, value, valueBase64 }) =>
    element(
        'li',
        { class: 'card' },
        element('h3', {}, said.title(spoken(reason), moment(receivedAt))),
        element('p', { lang: langOf(detail) }, alertText(detail)),
        element(
            'p',
            { class: 'quiet' },
            [
                patientId && said.patient(patientId),
                deviceId && said.device(deviceId),
                observationId && said.observation(observationId, sender),
            ]
                .filter(Boolean)
                .join(' · '),
        ),
        piece(value),
        element(
            'details',
            {},
            element('summary', {}, said.sent),
            element('pre', { class: 'scroll', tabindex: 0 }, value ?? valueBase64 ?? said.nothing),
        ),
        settlement(id, reason),
    );

/** A record whose sender had used its id before can only be released under a new id. */
function settlement(id, reason) {
    const newId = reason === 'id-conflict' && text('newId', said.newId, { required: false, maxlength: 128 });
    const form = element(
        'form',
        { 'aria-label': said.settle(id) },
        element(
            'div',
            { class: 'grid' },
            text('patientId', said.toPatient, { required: false, maxlength: 64 }),
            newId,
            text('note', said.note, { maxlength: 1000 }),
        ),
        element(
            'div',
            { class: 'buttons' },
            element('button', { class: 'primary', value: 'release' }, said.release),
            element('button', { class: 'danger', value: 'discard' }, said.discard),
        ),
    );
    return tryForm(form, async (data, act) => {
        const note = textOf(data, 'note');
        await post(
            `/v1/quarantine/${step(id)}/${act}`,
            act === 'release' ? { patientId: textOf(data, 'patientId'), newId: textOf(data, 'newId'), note } : { note },
        );
        await showQuarantine();
        return act === 'release' ? said.released : said.discarded;
    });
}
