// The words of the API in the language of the ward.

import { moment } from './time.js';

const SPOKEN = {
    ice: 'ICE',
    capd: 'CAPD',
    'ice-or-capd': 'ICE or CAPD',
    'il-6': 'IL-6',
    'il-10': 'IL-10',
    'il-2-receptor': 'IL-2 receptor',
    'ifn-gamma': 'IFN-γ',
    'tnf-alpha': 'TNF-α',
    'mcp-1': 'MCP-1',
    crp: 'CRP',
    ldh: 'LDH',
    'd-dimer': 'D-dimer',
    alt: 'ALT',
    'alt-or-ast': 'ALT or AST',
    ast: 'AST',
    cpap: 'CPAP',
    bipap: 'BiPAP',
    spo2: 'SpO₂',
    crs: 'CRS',
    icans: 'ICANS',
    'crs-grade': 'CRS grade',
    cryo: 'Cryopreserved',
    dmso: 'DMSO',
    'icans-grade': 'ICANS grade',
    'possible-masked-crs': 'Possible masked CRS',
    meanArterialPressure: 'Mean arterial pressure',
    heartRate: 'Heart rate',
    respiratoryRate: 'Respiratory rate',
    'vital-signs': 'Vital signs',
    'ice-overdue': 'ICE overdue',
    'capd-overdue': 'CAPD overdue',
    'sleep-apnoea': 'Sleep apnoea',
    labs: 'Laboratory',
    'baseline-ice': 'Baseline ICE',
    'home-check': "Caregiver's questions",
    'heart-rate': 'Pulse',
    'baseline-capd': 'Baseline CAPD',
    'sixth-nerve-palsy': 'Sixth nerve palsy',
    'confirm-support': 'Oxygen or vasopressor still running?',
    'repeat-reading': 'Repeat the low reading',
    'iec-hs': 'IEC-HS',
    acetaminophen: 'Paracetamol',
    wbc: 'WBC',
    inr: 'INR',
    aptt: 'aPTT',
    't-piece': 'T-piece',
    'angiotensin-ii': 'Angiotensin II',
    'crs-course': 'Course of CRS',
    'icans-late': 'Late ICANS',
    mnt: 'Movement and neurocognitive events',
    'ice-at-baseline': 'ICE at the baseline',
    'ice-partial': 'ICE with items left out',
    'capd-at-baseline': 'CAPD at the baseline',
    'non-icans-neurotoxicity': 'Neurotoxicity that is not ICANS',
    'hypoxia-despite-oxygen': 'SpO₂ low on oxygen that is not for hypoxia',
    'hypoxia-not-corrected': 'SpO₂ low in spite of oxygen',
    'hypoxia-on-room-air': 'SpO₂ low on room air',
    'hypoxia-device-not-charted': 'SpO₂ low, no oxygen device charted',
    'confirm-oxygen': 'Is the oxygen still as charted?',
    'confirm-vasopressor': 'Does the vasopressor still run?',
    'single-reading': 'Rests on one reading: repeat it',
};

const CONSCIOUSNESS = {
    awake: 'Awake',
    spontaneous: 'Drowsy, wakes by itself',
    voice: 'Wakes to voice',
    touch: 'Wakes only to touch',
    vigorous: 'Needs vigorous or repeated touch',
    unarousable: 'Cannot be roused',
};

/** One word of the API: "room-air" is "Room air", "ice" is "ICE". */
export function spoken(word) {
    const text = word.replaceAll('-', ' ');
    return SPOKEN[word] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

/** Abbreviations within the words of a type. */
const ABBREVIATIONS = /\b(crs|icans)\b/gi;

/** The type of an alert: "crs-grade-rise" is "CRS grade rise". */
export const alertType = type => spoken(type).replace(ABBREVIATIONS, word => word.toUpperCase());

/** "1 alert", "2 alerts". */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** A review flag; `attributed:fever` names its component. */
export const flag = word => word.split(':').map(spoken).join(': ');

/** An observation in one line. */
export function sentence({ kind, ...says }) {
    return (SENTENCES[kind] ?? (() => ''))(says);
}

const SENTENCES = {
    'vital-signs': vitals,
    'oxygen-therapy': ({ device, deviceName, flow, fio2, reason }) =>
        join(
            deviceName ?? spoken(device),
            flow !== undefined && `${flow} L/min`,
            fio2 !== undefined && `FiO₂ ${fio2}`,
            reason && `for ${spoken(reason).toLowerCase()}`,
        ),
    vasopressor: ({ agent, agentName, action, infusionId, rate }) =>
        join(
            agentName ?? spoken(agent),
            action,
            rate !== undefined && `${rate.value ?? rate} ${(rate.unit ?? '').replace('ug/', 'µg/')}`.trim(),
            infusionId && `infusion ${infusionId}`,
        ),
    'fluid-bolus': ({ volume, reason }) => join(`Fluid bolus ${volume} mL`, `for ${reason}`),
    medication: ({ drug, drugName, dose, indication }) =>
        join(drugName ?? spoken(drug), dose !== undefined && `${dose} mg`, indication && `for ${spoken(indication)}`),
    'neuro-check': neuro,
    seizure: ({ type, durationMinutes, resolved, returnedToBaseline }) =>
        join(
            `${spoken(type)} seizure`,
            durationMinutes === undefined ? 'length not known' : `${durationMinutes} min`,
            resolved ? 'resolved' : 'not resolved',
            returnedToBaseline !== undefined && (returnedToBaseline ? 'back to baseline' : 'no return to baseline'),
        ),
    'neuro-finding': ({ finding, present }) => join(spoken(finding), present ? 'present' : 'gone'),
    'lab-result': ({ analyte, comparator, value, unit }) => `${spoken(analyte)} ${comparator ?? ''}${value} ${unit}`,
    attribution: ({ components, cause, from, until }) =>
        join(
            `${components.map(spoken).join(', ')} attributed to: ${cause}`,
            from && `from ${moment(from)}`,
            until && `to ${moment(until)}`,
        ),
    'crs-course': ({ action, note }) => `Course of CRS ${action}${note ? `: ${note}` : ''}`,
    transfusion: ({ product, units, reason }) =>
        join(spoken(product), units !== undefined && `${units} units`, `for ${reason}`),
    culture: ({ specimen, result, organism }) => join(`Culture of ${specimen}`, result, organism),
    'disease-event': ({ what }) => spoken(what),
    weight: ({ kg }) => `Weight ${kg} kg`,
    'syndrome-assessment': ({ syndrome, present, grade, basis }) =>
        join(
            `${spoken(syndrome)} ${present ? 'present' : 'not present'}`,
            grade !== undefined && `grade ${grade}`,
            basis,
        ),
    'grade-confirmation': ({ syndrome, day, course, grade, by, note }) =>
        join(
            `${syndrome.toUpperCase()} of ${day === undefined ? `course ${course}` : `day ${day}`} confirmed`,
            `grade ${grade}`,
            by && `by ${by}`,
            note,
        ),
    'home-check': ({ confusion, speech, writing, shaking, drowsiness }) => {
        const signs = Object.entries({ confusion, speech, writing, shaking, drowsiness })
            .filter(([, answer]) => answer)
            .map(([sign]) => sign);
        return `Caregiver at home, not confirmed: ${signs.length > 0 ? signs.join(', ') : 'nothing new or worse'}`;
    },
    retraction: ({ reason }) => `Withdrawn an entry: ${reason}`,
    death: ({ cause }) => `Death, cause ${spoken(cause)}`,
};

const VITALS = [
    ['temperature', 'T', '°C'],
    ['heartRate', 'HR', '/min'],
    ['respiratoryRate', 'RR', '/min'],
    ['systolic', 'SBP', 'mmHg'],
    ['diastolic', 'DBP', 'mmHg'],
    ['meanArterialPressure', 'MAP', 'mmHg'],
    ['spo2', 'SpO₂', '%'],
];

function vitals(says) {
    const site = field => (field === 'temperature' && says.temperatureSite ? ` (${says.temperatureSite})` : '');
    const values = VITALS.filter(([field]) => says[field] !== undefined).map(
        ([field, name, unit]) => `${name} ${says[field]} ${unit}${site(field)}`,
    );
    return [...values, says.setting === 'home' && 'home, not confirmed'].filter(Boolean).join(', ');
}

function neuro({
    ice,
    itemsNotDone,
    capd,
    consciousness,
    notTestable,
    notTestableReason,
    notDone,
    notDoneReason,
    tremor,
    handwritingChange,
}) {
    return join(
        ice !== undefined && `ICE ${total(ice)} of 10${itemsNotDone ? ` without ${itemsNotDone.join(', ')}` : ''}`,
        capd !== undefined && `CAPD ${total(capd)} of 32`,
        consciousness && CONSCIOUSNESS[consciousness],
        notTestable &&
            `${notTestable.map(spoken).join(', ')} not testable${notTestableReason ? `: ${notTestableReason}` : ''}`,
        notDone && `${notDone.map(spoken).join(', ')} not done: ${spoken(notDoneReason).toLowerCase()}`,
        tremor && 'tremor',
        handwritingChange && 'handwriting changed',
    );
}

/** A level of consciousness in words. */
export const wakefulness = level => CONSCIOUSNESS[level];

/** A score given as a total or item by item. */
export const total = score =>
    typeof score === 'object' ? Object.values(score).reduce((sum, points) => sum + points, 0) : score;

const UNITS = { 'mm[Hg]': 'mmHg', Cel: '°C' };

/**
 * A sentence of the service with its instants and units as the ward writes them.
 *
 * @param pieces the sentence in pieces; a service of the last release sends only the whole
 */
export const said = (sentence, pieces = [{ text: sentence }]) => pieces.map(piece).join('');

const piece = ({ text, value, unit, at }) =>
    text ?? (at === undefined ? `${value} ${UNITS[unit] ?? unit}` : moment(at));

const join = (...parts) => parts.filter(Boolean).join(', ');
