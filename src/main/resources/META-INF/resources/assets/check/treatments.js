// The forms for measurements and treatments at the bedside.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { choice, number, numberOf, pick, pickOrName, textOf } from './fields.js';

const said = words.check.treatments;

const OXYGEN_DEVICES = [
    'room-air',
    'nasal-cannula',
    'high-flow-nasal-cannula',
    'blow-by',
    'simple-mask',
    'venturi-mask',
    'non-rebreather',
    'partial-rebreather',
    'face-tent',
    'tracheostomy-mask',
    't-piece',
    'cpap',
    'bipap',
    'ventilator',
    'other',
];
const OXYGEN_REASONS = ['hypoxia', 'comfort', 'airway-protection', 'sleep-apnoea', 'procedure'];
const DRUGS = [
    'tocilizumab',
    'siltuximab',
    'sarilumab',
    'anakinra',
    'emapalumab',
    'ruxolitinib',
    'itacitinib',
    'dexamethasone',
    'methylprednisolone',
    'hydrocortisone',
    'prednisone',
    'prednisolone',
    'acetaminophen',
    'ibuprofen',
    'metamizole',
    'aspirin',
    'naproxen',
    'diclofenac',
    'levetiracetam',
    'lorazepam',
    'etoposide',
    'cyclophosphamide',
    'fludarabine',
    'filgrastim',
    'immunoglobulin',
    'other',
];
const INDICATIONS = [
    'crs',
    'icans',
    'iec-hs',
    'prophylaxis',
    'premedication',
    'replacement',
    'antiemetic',
    'fever',
    'pain',
    'infection',
    'other',
];

/** In the words that devices and other systems send, too. */
const SITES = ['oral', 'tympanic', 'temporal artery', 'axillary', 'rectal', 'bladder', 'oesophageal', 'blood', 'skin'];

/** Each sign with its unit, and the least and the most that the service grades. */
const VITALS = [
    ['temperature', '°C', [25, 45]],
    ['heartRate', '/min', [10, 300]],
    ['systolic', 'mmHg', [30, 300]],
    ['diastolic', 'mmHg', [10, 200]],
    ['meanArterialPressure', 'mmHg', [20, 250]],
    ['respiratoryRate', '/min', [0, 120]],
    ['spo2', '%', [30, 100]],
];

/** The least and the most of a vital sign that is graded. */
export const plausible = name => VITALS.find(([field]) => field === name)[2];

/** The vital signs, and what oxygen the patient breathes meanwhile: SpO₂ means nothing without it. */
export function vitalsForm() {
    const oxygen = oxygenFields({ required: false });
    return {
        node: element(
            'div',
            {},
            element(
                'div',
                { class: 'grid' },
                VITALS.map(([name, unit, plausible]) =>
                    number(name, `${said.signs[name]}, ${unit}`, { required: false, plausible }),
                ),
                pick(
                    'temperatureSite',
                    said.site,
                    SITES.map(site => [site, said.sites[site]]),
                    { required: false },
                ),
            ),
            element('fieldset', {}, element('legend', {}, said.oxygenMeanwhile), oxygen),
        ),
        read: data => {
            const all = VITALS.map(([name]) => [name, numberOf(data, name)]);
            const signs = all.filter(([, value]) => value !== undefined);
            if (signs.length === 0) return undefined;
            const taken = Object.fromEntries(signs);
            const site = taken.temperature === undefined ? undefined : textOf(data, 'temperatureSite');
            return { kind: 'vital-signs', ...taken, temperatureSite: site };
        },
        also: data => (data.get('device') ? oxygenOf(data) : undefined),
    };
}

export const oxygenForm = () => ({ node: oxygenFields({ required: true }), read: oxygenOf });

function oxygenFields({ required }) {
    const reason = choice('reason', said.reason, OXYGEN_REASONS, {
        required,
        hint: said.onlyHypoxia,
    });
    const node = element(
        'div',
        {},
        pickOrName('device', said.device, OXYGEN_DEVICES, { required }),
        element(
            'div',
            { class: 'grid' },
            number('flow', said.flow, { required: false, max: 80 }),
            number('fio2', said.fio2, { required: false, min: 0.21, max: 1 }),
        ),
        reason,
    );
    const device = node.querySelector('[name=device]');
    const others = [...node.querySelectorAll('[name=flow], [name=fio2], [name=reason]')];
    /** A device needs its reason, and what is said of a device needs the device. */
    node.addEventListener('input', () => {
        device.required = required || others.some(({ type, checked, value }) => (type === 'radio' ? checked : value));
        reason.querySelectorAll('input').forEach(input => {
            input.required = device.value !== '' && device.value !== 'room-air';
        });
    });
    return node;
}

const oxygenOf = data => ({
    kind: 'oxygen-therapy',
    device: data.get('device'),
    deviceName: textOf(data, 'deviceName'),
    flow: numberOf(data, 'flow'),
    fio2: numberOf(data, 'fio2'),
    reason: textOf(data, 'reason'),
});

export const bolusForm = () => ({
    node: element(
        'div',
        {},
        number('volume', said.volume, { min: 1 }),
        choice('reason', said.reason, ['hypotension', 'hydration']),
    ),
    read: data => ({ kind: 'fluid-bolus', volume: numberOf(data, 'volume'), reason: data.get('reason') }),
});

export const drugForm = () => ({
    node: element(
        'div',
        {},
        pickOrName('drug', said.drug, DRUGS),
        number('dose', said.dose, { required: false }),
        pick('indication', said.indication, INDICATIONS, { required: false }),
    ),
    read: data => ({
        kind: 'medication',
        drug: data.get('drug'),
        drugName: textOf(data, 'drugName'),
        dose: numberOf(data, 'dose'),
        indication: textOf(data, 'indication'),
    }),
});
