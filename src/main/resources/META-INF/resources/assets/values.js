// The last values of a patient, each with its age: a value without its age reassures falsely.

import { element } from './element.js';
import { moment, shortAge } from './time.js';
import { spoken } from './words.js';

/** Hours after which a value is marked as old. */
const OLD = 4;

const SHOWN = [
    ['temperature', 'Temp', '°C'],
    ['heartRate', 'HR', '/min'],
    ['systolic', 'Systolic', 'mmHg'],
    ['diastolic', 'Diastolic', 'mmHg'],
    ['meanArterialPressure', 'MAP', 'mmHg'],
    ['respiratoryRate', 'RR', '/min'],
    ['spo2', 'SpO₂', '%'],
];

export function lastValues({ lastValues: values = {}, oxygen, vasopressors = [] }) {
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

const value = (name, { value: number, at, implausible }, unit) =>
    element(
        'div',
        {},
        element('dt', {}, name),
        element('dd', {}, element('strong', {}, number), ` ${unit} `, implausible && element('span', { class: 'bad' }, 'implausible '), shortAge(at, OLD)),
    );

const entry = (name, text, at) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, element('strong', { class: 'words' }, text), ' ', at && shortAge(at)));

/** The last values as lines of text, for paper. */
export const valueLines = ({ lastValues: values = {} }) =>
    SHOWN.filter(([field]) => values[field]).map(([field, name, unit]) => `${name} ${values[field].value} ${unit}, ${moment(values[field].at)}`);

const oxygenText = ({ device, flow }) => spoken(device) + (flow === undefined ? '' : ` ${flow} L/min`);
