// The devices that are bound to a patient, and how a binding is corrected: the monitor hangs at another bed, or one of
// another bed hangs here.

import { address, get, list, put, Refused, remove, step } from '../api.js';
import { pick, text, textOf } from '../check/fields.js';
import { timeField, timeOrKnown } from '../check/time-field.js';
import { element } from '../element.js';
import { displayName } from '../person.js';
import { words } from '../phrases.js';
import { localInput, moment } from '../time.js';
import { telling } from './telling.js';

const NOWHERE = 'none';
const NOT_BOUND = 404;
const MOST = 1000;

const said = words.correct.monitors;

/** The bindings of the patient, and the beds to which a monitor can go. */
export async function readMonitors({ patientId }) {
    const [bindings, episodes] = await Promise.all([
        list('/v1/devices', { patientId }),
        list('/v1/episodes', { status: 'active' }),
    ]);
    return { bindings, beds: episodes.filter(one => one.patientId !== patientId) };
}

export const monitors = ({ bindings, beds }, episode, done) => [
    bindings.length === 0 && element('p', {}, said.none),
    bindings.map(one => moves(one, beds, episode, done)),
    episode.status === 'active' && comes(episode, done),
];

const bedOf = one => said.bed(one.bed, one.ward, displayName(one), one.patientId);

function moves(binding, beds, episode, done) {
    const { deviceId, from, boundBy } = binding;
    const names = Object.fromEntries(beds.map(one => [one.patientId, bedOf(one)]));
    const since = data => timeOrKnown(data, 'from', from);
    const form = element(
        'form',
        { 'aria-label': said.elsewhere(deviceId) },
        element('h3', {}, deviceId),
        element('p', {}, said.bound(moment(from), boundBy ?? said.unknown)),
        element(
            'div',
            { class: 'grid' },
            pick('where', said.where, [...Object.entries(names), [NOWHERE, said.nowhere]]),
            timeField('from', said.sinceNotBefore(moment(from)), { min: localInput(new Date(from)) }),
        ),
    );
    return telling(form, said.move, {
        consequence: async (data, until) => {
            const [where, at] = [data.get('where'), since(data)];
            return said.moves({
                ...(await readingsOf(episode, deviceId, at, until)),
                device: deviceId,
                since: moment(at),
                patient: displayName(episode),
                bed: names[where],
            });
        },
        act: async data => {
            const [where, at] = [data.get('where'), since(data)];
            if (where === NOWHERE) await remove(address(bindingOf(deviceId), { at }));
            else await put(bindingOf(deviceId), to(where, at, binding));
            return said.moved(deviceId, names[where], moment(at));
        },
        done,
    });
}

/** The body of a binding; the time after which the device is silent stays. */
const to = (patientId, from, { silentAfterSeconds } = {}) => ({ patientId, from, silentAfterSeconds });

/** How many readings are known, and whether there may be more. */
async function readingsOf({ patientId }, deviceId, from, until) {
    const path = `/v1/patients/${step(patientId)}/observations`;
    const end = Date.parse(until) < Date.parse(from) ? from : until;
    const found = await list(path, { kind: 'vital-signs', from, to: end }, MOST);
    const count = found.filter(one => one.deviceId === deviceId && !one.retractedAt).length;
    return { count, isMore: found.length >= MOST };
}

function comes(episode, done) {
    const form = element(
        'form',
        { 'aria-label': said.comes },
        element('h3', {}, said.comes),
        element(
            'div',
            { class: 'grid' },
            text('deviceId', said.device, { maxlength: 128 }),
            timeField('from', said.since),
        ),
    );
    const since = data => timeOrKnown(data, 'from');
    return telling(form, said.bind, {
        consequence: async data => {
            const before = await boundNow(textOf(data, 'deviceId'));
            return `${before} ${said.binds(displayName(episode), moment(since(data)))}`;
        },
        act: async data => {
            const device = textOf(data, 'deviceId');
            await put(bindingOf(device), to(episode.patientId, since(data)));
            return said.isBound(device, moment(since(data)));
        },
        done,
    });
}

async function boundNow(device) {
    try {
        const { patientId, from } = await get(bindingOf(device));
        return said.boundTo(device, patientId, moment(from));
    } catch (failure) {
        if (failure instanceof Refused && failure.status === NOT_BOUND) return said.boundToNobody(device);
        throw failure;
    }
}

const bindingOf = deviceId => `/v1/devices/${step(deviceId)}/binding`;
