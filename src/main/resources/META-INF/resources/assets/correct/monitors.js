// The devices that are bound to a patient, and how a binding is corrected: the monitor hangs at another bed, or one of
// another bed hangs here.

import { address, get, list, put, Refused, remove, step } from '../api.js';
import { pick, text, textOf } from '../check/fields.js';
import { timeField, timeOrKnown } from '../check/time-field.js';
import { element } from '../element.js';
import { displayName } from '../person.js';
import { localInput, moment } from '../time.js';
import { counted } from '../words.js';
import { telling } from './telling.js';

const NOWHERE = 'none';
const NOT_BOUND = 404;
const MOST = 1000;

/** The bindings of the patient, and the beds to which a monitor can go. */
export async function readMonitors({ patientId }) {
    const [bindings, episodes] = await Promise.all([
        list('/v1/devices', { patientId }),
        list('/v1/episodes', { status: 'active' }),
    ]);
    return { bindings, beds: episodes.filter(one => one.patientId !== patientId) };
}

export const monitors = ({ bindings, beds }, episode, done) => [
    bindings.length === 0 && element('p', {}, 'No device is bound to this patient.'),
    bindings.map(one => moves(one, beds, episode, done)),
    episode.status === 'active' && comes(episode, done),
];

const bedOf = one => `Bed ${one.bed} (${one.ward}): ${displayName(one)}, ${one.patientId}`;

function moves(binding, beds, episode, done) {
    const { deviceId, from, boundBy } = binding;
    const names = Object.fromEntries(beds.map(one => [one.patientId, bedOf(one)]));
    const since = data => timeOrKnown(data, 'from', from);
    const form = element(
        'form',
        { 'aria-label': `${deviceId} hangs at another bed` },
        element('h3', {}, deviceId),
        element('p', {}, `Bound to this patient since ${moment(from)}, by ${boundBy ?? 'unknown'}.`),
        element(
            'div',
            { class: 'grid' },
            pick('where', 'This monitor hangs', [...Object.entries(names), [NOWHERE, 'At no bed']]),
            timeField('from', `Since when, not before ${moment(from)}`, { min: localInput(new Date(from)) }),
        ),
    );
    return telling(form, 'Move it', {
        consequence: async (data, until) => {
            const [where, at] = [data.get('where'), since(data)];
            const readings = await readingsOf(episode, deviceId, at, until);
            return (
                `${readings} of ${deviceId} since ${moment(at)} ${readings === '1 reading' ? 'is' : 'are'} withdrawn ` +
                `from ${displayName(episode)}, and ${becomes(names[where])} ` +
                `CRS is graded again from ${moment(at)} on. The wards get an alert.`
            );
        },
        act: async data => {
            const [where, at] = [data.get('where'), since(data)];
            if (where === NOWHERE) await remove(address(bindingOf(deviceId), { at }));
            else await put(bindingOf(deviceId), to(where, at, binding));
            return `${deviceId} is bound to ${names[where] ?? 'nobody'} since ${moment(at)}.`;
        },
        done,
    });
}

const becomes = bed => (bed ? `applied to ${bed}.` : 'wait in quarantine: the device is bound to nobody.');

/** The body of a binding; the time after which the device is silent stays. */
const to = (patientId, from, { silentAfterSeconds } = {}) => ({ patientId, from, silentAfterSeconds });

async function readingsOf({ patientId }, deviceId, from, until) {
    const path = `/v1/patients/${step(patientId)}/observations`;
    const end = Date.parse(until) < Date.parse(from) ? from : until;
    const found = await list(path, { kind: 'vital-signs', from, to: end }, MOST);
    const count = found.filter(one => one.deviceId === deviceId && !one.retractedAt).length;
    return `${found.length >= MOST ? 'At least ' : ''}${counted(count, 'reading')}`;
}

function comes(episode, done) {
    const form = element(
        'form',
        { 'aria-label': 'A monitor of another bed hangs here' },
        element('h3', {}, 'A monitor of another bed hangs here'),
        element(
            'div',
            { class: 'grid' },
            text('deviceId', 'Device', { maxlength: 128 }),
            timeField('from', 'Since when'),
        ),
    );
    const since = data => timeOrKnown(data, 'from');
    return telling(form, 'Bind it to this patient', {
        consequence: async data => {
            const at = moment(since(data));
            return (
                `${await boundNow(textOf(data, 'deviceId'))} Its readings since ${at} are withdrawn from whoever it ` +
                `was bound to, and applied to ${displayName(episode)}. CRS is graded again from ${at} on. ` +
                'The wards get an alert.'
            );
        },
        act: async data => {
            const device = textOf(data, 'deviceId');
            await put(bindingOf(device), to(episode.patientId, since(data)));
            return `${device} is bound to this patient since ${moment(since(data))}.`;
        },
        done,
    });
}

async function boundNow(device) {
    try {
        const { patientId, from } = await get(bindingOf(device));
        const whose = patientId ? `patient ${patientId}` : 'a patient of another ward';
        return `${device} is bound to ${whose} since ${moment(from)}.`;
    } catch (failure) {
        if (failure instanceof Refused && failure.status === NOT_BOUND) return `${device} is bound to nobody now.`;
        throw failure;
    }
}

const bindingOf = deviceId => `/v1/devices/${step(deviceId)}/binding`;
