// Devices and their patients; what was set aside because it could not be applied.

import { list, post, put, remove, step } from './api.js';
import { text, textOf } from './check/fields.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { administers } from './session.js';
import { moment } from './time.js';
import { spoken } from './words.js';

const who = await frame();
offerBinding();
byId('quarantine-section').hidden = !administers(who);
if (administers(who)) await showQuarantine();

function offerBinding() {
    const form = element('form', {}, element('div', { class: 'grid' }, text('deviceId', 'Device', { maxlength: 128 }), text('patientId', 'Patient (hospital id)', { required: false, maxlength: 64 })), element('div', { class: 'buttons' }, element('button', { class: 'primary', value: 'bind' }, 'Bind to this patient from now on'), element('button', { value: 'unbind' }, 'Unbind')));
    form.addEventListener('submit', event => {
        event.preventDefault();
        const data = new FormData(form);
        attempt(() => bind(textOf(data, 'deviceId'), event.submitter.value === 'bind' && textOf(data, 'patientId')));
    });
    show(byId('devices'), element('p', { class: 'quiet' }, 'A reading belongs to the patient that its device was bound to when it was taken.'), form);
}

async function bind(deviceId, patientId) {
    const path = `/v1/devices/${step(deviceId)}/binding`;
    await (patientId ? put(path, { patientId, from: new Date().toISOString() }) : remove(path));
    show(byId('result'), element('p', { class: 'card' }, patientId ? `${deviceId} is bound to ${patientId}.` : `${deviceId} is unbound.`));
}

async function showQuarantine() {
    const items = (await list('/v1/quarantine', {}, 200)).filter(({ state }) => state === undefined || state === 'open');
    show(byId('quarantine'), items.length === 0 ? element('p', {}, 'Nothing is in quarantine.') : element('ul', { class: 'plain' }, items.map(item)));
}

const item = ({ id, reason, detail, receivedAt, patientId, deviceId, observationId }) =>
    element(
        'li',
        { class: 'card' },
        element('h3', {}, `${spoken(reason)}, received ${moment(receivedAt)}`),
        element('p', {}, detail),
        element('p', { class: 'quiet' }, [patientId && `Patient ${patientId}`, deviceId && `Device ${deviceId}`, observationId && `Observation ${observationId}`].filter(Boolean).join(' · ')),
        settlement(id),
    );

function settlement(id) {
    const form = element('form', { class: 'grid' }, text('patientId', 'Release to patient (if it was not known)', { required: false, maxlength: 64 }), text('note', 'Note', { maxlength: 1000 }), element('div', { class: 'buttons' }, element('button', { class: 'primary', value: 'release' }, 'Release'), element('button', { class: 'danger', value: 'discard' }, 'Discard')));
    form.addEventListener('submit', event => {
        event.preventDefault();
        const data = new FormData(form);
        const note = textOf(data, 'note');
        const act = event.submitter.value;
        attempt(async () => {
            await post(`/v1/quarantine/${step(id)}/${act}`, act === 'release' ? { patientId: textOf(data, 'patientId'), note } : { note });
            await showQuarantine();
        });
    });
    return form;
}

async function attempt(act) {
    try {
        await act();
    } catch (failure) {
        show(byId('result'), element('p', { class: 'warning', role: 'alert' }, `Not done: ${failure.sentence ?? failure.message}`));
    }
}
