// The forms for measurements and treatments at the bedside.

import { element } from '../element.js';
import { choice, number, numberOf, pick, pickOrName, textOf } from './fields.js';

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
const SITES = [
    'oral',
    ['tympanic', 'Ear (tympanic)'],
    ['temporal artery', 'Forehead (temporal artery)'],
    ['axillary', 'Armpit (axillary)'],
    'rectal',
    'bladder',
    'oesophageal',
    ['blood', 'Blood (catheter)'],
    'skin',
];

/** Each sign with the least and the most that the service grades. */
const VITALS = [
    ['temperature', 'Temperature, °C', [25, 45]],
    ['heartRate', 'Heart rate, /min', [10, 300]],
    ['systolic', 'Systolic, mmHg', [30, 300]],
    ['diastolic', 'Diastolic, mmHg', [10, 200]],
    ['meanArterialPressure', 'Mean arterial pressure, mmHg', [20, 250]],
    ['respiratoryRate', 'Respiratory rate, /min', [0, 120]],
    ['spo2', 'SpO₂, %', [30, 100]],
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
                VITALS.map(([name, label, plausible]) => number(name, label, { required: false, plausible })),
                pick('temperatureSite', 'Temperature taken where', SITES, { required: false }),
            ),
            element('fieldset', {}, element('legend', {}, 'Oxygen meanwhile, if it is charted now'), oxygen),
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
    const reason = choice('reason', 'Given for', OXYGEN_REASONS, {
        required,
        hint: 'Only hypoxia counts towards the grade, unless SpO₂ is low.',
    });
    const node = element(
        'div',
        {},
        pickOrName('device', 'Device', OXYGEN_DEVICES, { required }),
        element(
            'div',
            { class: 'grid' },
            number('flow', 'Flow, L/min', { required: false, max: 80 }),
            number('fio2', 'FiO₂, 0.21 to 1', { required: false, min: 0.21, max: 1 }),
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
        number('volume', 'Volume, mL', { min: 1 }),
        choice('reason', 'Given for', ['hypotension', 'hydration']),
    ),
    read: data => ({ kind: 'fluid-bolus', volume: numberOf(data, 'volume'), reason: data.get('reason') }),
});

export const drugForm = () => ({
    node: element(
        'div',
        {},
        pickOrName('drug', 'Drug', DRUGS),
        number('dose', 'Dose, mg', { required: false }),
        pick('indication', 'Given for', INDICATIONS, { required: false }),
    ),
    read: data => ({
        kind: 'medication',
        drug: data.get('drug'),
        drugName: textOf(data, 'drugName'),
        dose: numberOf(data, 'dose'),
        indication: textOf(data, 'indication'),
    }),
});
