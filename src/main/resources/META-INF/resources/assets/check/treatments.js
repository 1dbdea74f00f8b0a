// What is measured and given at the bedside.

import { element } from '../element.js';
import { choice, number, numberOf, pick, textOf } from './fields.js';

const OXYGEN_DEVICES = ['room-air', 'nasal-cannula', 'high-flow-nasal-cannula', 'blow-by', 'simple-mask', 'venturi-mask', 'non-rebreather', 'cpap', 'bipap', 'ventilator'];
const OXYGEN_REASONS = ['hypoxia', 'comfort', 'airway-protection', 'sleep-apnoea', 'procedure'];
const AGENTS = ['norepinephrine', 'epinephrine', 'phenylephrine', 'dopamine', 'angiotensin-ii', 'vasopressin', 'dobutamine', 'milrinone'];
const DRUGS = ['tocilizumab', 'siltuximab', 'anakinra', 'ruxolitinib', 'dexamethasone', 'methylprednisolone', 'hydrocortisone', 'prednisone', 'acetaminophen', 'ibuprofen', 'metamizole', 'levetiracetam', 'lorazepam', 'other'];

const VITALS = [
    ['temperature', 'Temperature, °C'],
    ['heartRate', 'Heart rate, /min'],
    ['systolic', 'Systolic, mmHg'],
    ['diastolic', 'Diastolic, mmHg'],
    ['meanArterialPressure', 'Mean arterial pressure, mmHg'],
    ['respiratoryRate', 'Respiratory rate, /min'],
    ['spo2', 'SpO₂, %'],
];

export const vitalsForm = () => ({
    node: element('div', { class: 'grid' }, VITALS.map(([name, label]) => number(name, label, { required: false }))),
    read: data => ({ kind: 'vital-signs', ...Object.fromEntries(VITALS.map(([name]) => [name, numberOf(data, name)])) }),
});

export function oxygenForm() {
    const reason = choice('reason', 'Given for', OXYGEN_REASONS);
    const node = element('div', {}, pick('device', 'Device', OXYGEN_DEVICES), element('div', { class: 'grid' }, number('flow', 'Flow, L/min', { required: false, max: 80 }), number('fio2', 'FiO₂, 0.21 to 1', { required: false, min: 0.21, max: 1 })), reason);
    const device = node.querySelector('[name=device]');
    device.addEventListener('change', () => reason.querySelectorAll('input').forEach(input => { input.required = device.value !== 'room-air'; }));
    return {
        node,
        read: data => ({ kind: 'oxygen-therapy', device: data.get('device'), flow: numberOf(data, 'flow'), fio2: numberOf(data, 'fio2'), reason: textOf(data, 'reason') }),
    };
}

export const vasopressorForm = () => ({
    node: element('div', {}, choice('action', 'What', [['started', 'Started'], ['stopped', 'Stopped']]), pick('agent', 'Agent', AGENTS), number('rate', 'Rate, µg/kg/min', { required: false })),
    read: data => ({ kind: 'vasopressor', agent: data.get('agent'), action: data.get('action'), rate: rate(data) }),
});

const rate = data => (data.get('rate') ? { value: Number(data.get('rate')), unit: 'ug/kg/min' } : undefined);

export const bolusForm = () => ({
    node: element('div', {}, number('volume', 'Volume, mL', { min: 1 }), choice('reason', 'Given for', ['hypotension', 'hydration'])),
    read: data => ({ kind: 'fluid-bolus', volume: numberOf(data, 'volume'), reason: data.get('reason') }),
});

export const drugForm = () => ({
    node: element('div', {}, pick('drug', 'Drug', DRUGS), number('dose', 'Dose, mg', { required: false })),
    read: data => ({ kind: 'medication', drug: data.get('drug'), dose: numberOf(data, 'dose') }),
});
