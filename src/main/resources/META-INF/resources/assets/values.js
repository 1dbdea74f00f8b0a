// The last values of a patient, each with its age: a value without its age could reassure wrongly.

import { fixed } from './decimals.js';
import { element } from './element.js';
import { shown } from './number.js';
import { words } from './phrases.js';
import { SCORE_COUNTS, scoreName, scoreNotes, scoreSentence, scoreText } from './score.js';
import { distance, moment, shortAge } from './time.js';
import { spoken } from './words.js';

const SAYS = words.values;

/** Hours after which a value is marked as old. */
const OLD = 4;

const SHOWN = [
    ['temperature', '°C'],
    ['heartRate', '/min'],
    ['pressure', 'mmHg'],
    ['systolic', 'mmHg'],
    ['diastolic', 'mmHg'],
    ['meanArterialPressure', 'mmHg'],
    ['respiratoryRate', '/min'],
    ['spo2', '%'],
];

export function lastValues({ lastValues, neuroScore, oxygen, vasopressors = [] }) {
    const values = together(lastValues);
    const known = SHOWN.filter(([field]) => values[field]);
    return element(
        'dl',
        { class: 'values' },
        known.length === 0 && entry(SAYS.vitalSigns, SAYS.none),
        known.map(([field, unit]) => value(SAYS[field], values[field], unit)),
        score(neuroScore),
        entry(SAYS.oxygen, oxygen ? oxygenText(oxygen) : SAYS.noOxygen, oxygen?.at),
        vasopressors.map(({ agent, since }) => entry(SAYS.pressor, spoken(agent), since)),
    );
}

/** Signs that are low when they are bad. They are rounded down, so that none looks as if it reached a limit. */
const LOW_IS_BAD = ['systolic', 'diastolic', 'meanArterialPressure', 'spo2'];

/** A value as a monitor shows it: whole, but the temperature with one decimal. Implausible values stay as they are. */
function asOnAMonitor(field, { value, implausible }) {
    if (implausible) return `${shown(value)}`;
    if (field === 'temperature') return fixed(value, 1);
    return `${LOW_IS_BAD.includes(field) ? Math.floor(value) : Math.round(value)}`;
}

/** The last values with their texts. Both pressures of one reading are one value: "122/76". */
export function together(lastValues = {}) {
    const texts = Object.fromEntries(
        Object.entries(lastValues).map(([field, last]) => [field, { ...last, text: asOnAMonitor(field, last) }]),
    );
    const { systolic, diastolic, ...others } = texts;
    if (!systolic || systolic.at !== diastolic?.at) return texts;
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
            implausible && element('span', { class: 'bad' }, `${SAYS.implausible} `),
            setting === 'home' && element('span', {}, `${SAYS.home} `),
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
            ([field, unit]) =>
                `${SAYS[field]} ${values[field].text} ${unit}` +
                `${values[field].implausible ? ` (${SAYS.implausible})` : ''}` +
                `${values[field].setting === 'home' ? ` (${SAYS.home})` : ''}, ` +
                told(values[field].at),
        ),
        ...(neuroScore ? [`${scoreSentence(neuroScore)}, ${told(neuroScore.at)}`] : []),
        oxygen ? SAYS.oxygenSince(oxygenText(oxygen), told(oxygen.at)) : SAYS.noOxygenLine,
        ...vasopressors.map(({ agent, since }) => SAYS.running(spoken(agent), told(since))),
    ];
}

/** Paper shows no age that grows: the age is that of the print. */
const told = at => `${moment(at)} (${distance(at)})`;

const oxygenText = ({ device, flow }) => spoken(device) + (flow === undefined ? '' : ` ${shown(flow)} L/min`);

/** What supports the circulation, in brief: "2 pressors". */
export const pressorsBriefly = (vasopressors = []) => vasopressors.length > 0 && SAYS.pressors(vasopressors.length);

/** What supports breathing, in brief: "2 L/min", "Ventilator". */
export function oxygenBriefly(oxygen) {
    if (!oxygen || oxygen.device === 'room-air') return undefined;
    const flow = oxygen.device === 'nasal-cannula' && oxygen.flow !== undefined;
    return `${flow ? `${shown(oxygen.flow)} L/min` : (SAYS.devices[oxygen.device] ?? spoken(oxygen.device))}`;
}
