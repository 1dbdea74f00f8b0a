// Devices and their patients.

import { list, patiently, put, remove, step } from '../api.js';
import { attempt, tryForm } from '../attempt.js';
import { text, textOf } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { words } from '../phrases.js';
import { moment, now } from '../time.js';

const said = words.adminDevices;
const MOST = 1000;

/** @param listed whether to show the bindings, too */
export function offerBinding(listed) {
    const form = element(
        'form',
        {},
        element(
            'div',
            { class: 'grid' },
            text('deviceId', said.device, { maxlength: 128 }),
            text('patientId', said.patient, { required: false, maxlength: 64 }),
        ),
        element(
            'div',
            { class: 'buttons' },
            element('button', { class: 'primary', value: 'bind' }, said.bind),
            element('button', { value: 'unbind' }, said.unbind),
        ),
    );
    show(
        byId('devices'),
        element('p', { class: 'quiet' }, said.how),
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
    show(byId('bindings'), bindings.length === 0 ? element('p', {}, said.none) : table(bindings));
}

const table = bindings =>
    element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': said.table },
        element(
            'table',
            {},
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    said.columns.map(column => element('th', { scope: 'col' }, column)),
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
                    'aria-label': said.unbindWhich(deviceId),
                    onclick: () => attempt(() => unbind(deviceId).finally(showBindings)),
                },
                said.unbind,
            ),
        ),
    );

async function bind(deviceId, patientId) {
    if (!patientId) throw new Error(said.namePatient);
    await put(bindingOf(deviceId), { patientId, from: new Date(now()).toISOString() });
    return said.bound(deviceId, patientId);
}

async function unbind(deviceId) {
    await remove(bindingOf(deviceId));
    return said.unbound(deviceId);
}

const bindingOf = deviceId => `/v1/devices/${step(deviceId)}/binding`;
