// The last values of a patient, each with its age: a value without its age could reassure wrongly.

import { element } from './element.js';
import { SCORE_COUNTS, scoreName, scoreNotes, scoreSentence, scoreText } from './score.js';
import { distance, moment, shortAge } from './time.js';
import { spoken } from './words.js';

/** Hours after which a value is marked as old. */
const OLD = 4;

const SHOWN = [
    ['temperature', 'Temp', '°C'],
    ['heartRate', 'HR', '/min'],
    ['pressure', 'BP', 'mmHg'],
    ['systolic', 'Systolic', 'mmHg'],
    ['diastolic', 'Diastolic', 'mmHg'],
    ['meanArterialPressure', 'MAP', 'mmHg'],
    ['respiratoryRate', 'RR', '/min'],
    ['spo2', 'SpO₂', '%'],
];

export function lastValues({ lastValues, neuroScore, oxygen, vasopressors = [] }) {
    const values = together(lastValues);
    const known = SHOWN.filter(([field]) => values[field]);
    return element(
        'dl',
        { class: 'values' },
        known.length === 0 && entry('Vital signs', 'none yet'),
        known.map(([field, name, unit]) => value(name, values[field], unit)),
        score(neuroScore),
        entry('Oxygen', oxygen ? oxygenText(oxygen) : 'none charted', oxygen?.at),
        vasopressors.map(({ agent, since }) => entry('Pressor', spoken(agent), since)),
    );
}

/** Signs that are low when they are bad. They are rounded down, so that none looks as if it reached a limit. */
const LOW_IS_BAD = ['systolic', 'diastolic', 'meanArterialPressure', 'spo2'];

/** A value as a monitor shows it: whole, but the temperature with one decimal. Implausible values stay as they are. */
function asOnAMonitor(field, { value, implausible }) {
    if (implausible) return `${value}`;
    if (field === 'temperature') return value.toFixed(1);
    return `${LOW_IS_BAD.includes(field) ? Math.floor(value) : Math.round(value)}`;
}

/** The last values with their texts. Both pressures of one reading are one value: "122/76". */
export function together(lastValues = {}) {
    const shown = Object.fromEntries(
        Object.entries(lastValues).map(([field, last]) => [field, { ...last, text: asOnAMonitor(field, last) }]),
    );
    const { systolic, diastolic, ...others } = shown;
    if (!systolic || systolic.at !== diastolic?.at) return shown;
    return {
        pressure: {
            text: `${systolic.text}/${diastolic.text}`,
            at: systolic.at,
            implausible: systolic.implausible || diastolic.implausible,
            setting: systolic.setting ?? diastolic.setting,
        },
        ...others,
    };
}

const value = (name, { text, at, implausible, setting }, unit) =>
    element(
        'div',
        {},
        element('dt', {}, `${name} ${unit}`),
        element(
            'dd',
            {},
            element('strong', {}, text),
            ' ',
            implausible && element('span', { class: 'bad' }, 'implausible '),
            setting === 'home' && element('span', {}, 'home, not confirmed '),
            shortAge(at, OLD),
        ),
    );

const score = told =>
    told &&
    element(
        'div',
        { class: 'score' },
        element('dt', {}, scoreName(told)),
        element(
            'dd',
            {},
            element('strong', {}, scoreText(told)),
            ` ${scoreNotes(told).join(', ')} `,
            shortAge(told.at, SCORE_COUNTS),
        ),
    );

const entry = (name, text, at) =>
    element(
        'div',
        {},
        element('dt', {}, name),
        element('dd', {}, element('strong', { class: 'words' }, text), ' ', at && shortAge(at)),
    );

/** The last values as lines of text, for paper. */
export function valueLines({ lastValues, neuroScore, oxygen, vasopressors = [] }) {
    const values = together(lastValues);
    return [
        ...SHOWN.filter(([field]) => values[field]).map(
            ([field, name, unit]) =>
                `${name} ${values[field].text} ${unit}${values[field].implausible ? ' (implausible)' : ''}` +
                `${values[field].setting === 'home' ? ' (home, not confirmed)' : ''}, ` +
                told(values[field].at),
        ),
        ...(neuroScore ? [`${scoreSentence(neuroScore)}, ${told(neuroScore.at)}`] : []),
        oxygen ? `Oxygen: ${oxygenText(oxygen)}, since ${told(oxygen.at)}` : 'Oxygen: none charted',
        ...vasopressors.map(({ agent, since }) => `${spoken(agent)} running since ${told(since)}`),
    ];
}

/** Paper shows no age that grows: the age is that of the print. */
const told = at => `${moment(at)} (${distance(at)})`;

const oxygenText = ({ device, flow }) => spoken(device) + (flow === undefined ? '' : ` ${flow} L/min`);

/** What supports the circulation, in brief: "2 pressors". */
export const pressorsBriefly = (vasopressors = []) =>
    vasopressors.length > 0 && `${vasopressors.length} ${vasopressors.length === 1 ? 'pressor' : 'pressors'}`;

const SHORT_DEVICES = {
    'nasal-cannula': 'cannula',
    'high-flow-nasal-cannula': 'HFNC',
    'simple-mask': 'mask',
    'venturi-mask': 'Venturi',
    'non-rebreather': 'NRB mask',
    'partial-rebreather': 'PRB mask',
    'tracheostomy-mask': 'trach. mask',
};

/** What supports breathing, in brief: "2 L/min", "Ventilator". */
export function oxygenBriefly(oxygen) {
    if (!oxygen || oxygen.device === 'room-air') return undefined;
    const flow = oxygen.device === 'nasal-cannula' && oxygen.flow !== undefined;
    return `${flow ? `${oxygen.flow} L/min` : (SHORT_DEVICES[oxygen.device] ?? spoken(oxygen.device))}`;
}
