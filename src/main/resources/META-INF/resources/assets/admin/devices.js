// Devices and their patients.

import { list, patiently, put, remove, step } from '../api.js';
import { attempt, tryForm } from '../attempt.js';
import { text, textOf } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { moment, now } from '../time.js';

const MOST = 1000;

/** @param listed whether to show the bindings, too */
export function offerBinding(listed) {
    const form = element(
        'form',
        {},
        element(
            'div',
            { class: 'grid' },
            text('deviceId', 'Device', { maxlength: 128 }),
            text('patientId', 'Patient (hospital id)', { required: false, maxlength: 64 }),
        ),
        element(
            'div',
            { class: 'buttons' },
            element('button', { class: 'primary', value: 'bind' }, 'Bind to this patient from now on'),
            element('button', { value: 'unbind' }, 'Unbind'),
        ),
    );
    show(
        byId('devices'),
        element(
            'p',
            { class: 'quiet' },
            'A reading belongs to the patient that its device was bound to when it was taken.',
        ),
        tryForm(form, async (data, act) => {
            const done =
                act === 'bind'
                    ? await bind(textOf(data, 'deviceId'), textOf(data, 'patientId'))
                    : await unbind(textOf(data, 'deviceId'));
            form.reset();
            if (listed) await showBindings();
            return done;
        }),
    );
}

export async function showBindings() {
    const bindings = await patiently(() => list('/v1/devices', {}, MOST));
    show(byId('bindings'), bindings.length === 0 ? element('p', {}, 'No device is bound.') : table(bindings));
}

const table = bindings =>
    element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Devices that are bound' },
        element(
            'table',
            {},
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    ['Device', 'Patient', 'Since', 'By', 'Unbind'].map(words => element('th', { scope: 'col' }, words)),
                ),
            ),
            element('tbody', {}, bindings.map(row)),
        ),
    );

const row = ({ deviceId, patientId, from, boundBy }) =>
    element(
        'tr',
        {},
        element('th', { scope: 'row' }, deviceId),
        element('td', {}, patientId),
        element('td', {}, moment(from)),
        element('td', {}, boundBy),
        element(
            'td',
            {},
            element(
                'button',
                {
                    type: 'button',
                    'aria-label': `Unbind ${deviceId}`,
                    onclick: () => attempt(() => unbind(deviceId).finally(showBindings)),
                },
                'Unbind',
            ),
        ),
    );

async function bind(deviceId, patientId) {
    if (!patientId) throw new Error('name the patient');
    await put(bindingOf(deviceId), { patientId, from: new Date(now()).toISOString() });
    return `${deviceId} is bound to ${patientId}.`;
}

async function unbind(deviceId) {
    await remove(bindingOf(deviceId));
    return `${deviceId} is unbound.`;
}

const bindingOf = deviceId => `/v1/devices/${step(deviceId)}/binding`;
