// The last values of a patient, each with its age: a value without its age could reassure wrongly.

import { element } from './element.js';
import { moment, shortAge } from './time.js';
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

export function lastValues({ lastValues, oxygen, vasopressors = [] }) {
    const values = together(lastValues);
    const known = SHOWN.filter(([field]) => values[field]);
    return element(
        'dl',
        { class: 'values' },
        known.length === 0 && entry('Vital signs', 'none yet'),
        known.map(([field, name, unit]) => value(name, values[field], unit)),
        entry('Oxygen', oxygen ? oxygenText(oxygen) : 'none charted', oxygen?.at),
        vasopressors.map(({ agent, since }) => entry('Pressor', spoken(agent), since)),
    );
}

/** Both pressures of one reading: "122/76". */
function together({ systolic, diastolic, ...others } = {}) {
    if (!systolic || systolic.at !== diastolic?.at) return { systolic, diastolic, ...others };
    return {
        pressure: {
            value: `${systolic.value}/${diastolic.value}`,
            at: systolic.at,
            implausible: systolic.implausible || diastolic.implausible,
        },
        ...others,
    };
}

const value = (name, { value: number, at, implausible }, unit) =>
    element(
        'div',
        {},
        element('dt', {}, `${name} ${unit}`),
        element(
            'dd',
            {},
            element('strong', {}, number),
            ' ',
            implausible && element('span', { class: 'bad' }, 'implausible '),
            shortAge(at, OLD),
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
export function valueLines({ lastValues, oxygen, vasopressors = [] }) {
    const values = together(lastValues);
    return [
        ...SHOWN.filter(([field]) => values[field]).map(
            ([field, name, unit]) =>
                `${name} ${values[field].value} ${unit}${values[field].implausible ? ' (implausible)' : ''}, ` +
                moment(values[field].at),
        ),
        oxygen ? `Oxygen: ${oxygenText(oxygen)}, since ${moment(oxygen.at)}` : 'Oxygen: none charted',
        ...vasopressors.map(({ agent, since }) => `${spoken(agent)} running since ${moment(since)}`),
    ];
}

const oxygenText = ({ device, flow }) => spoken(device) + (flow === undefined ? '' : ` ${flow} L/min`);
