// The words of the items beside the grades, and the value of an item in a few words.

import { alertText } from './alert-text.js';
import { spoken } from './words.js';

const NAMES = {
    'iec-hs': 'IEC-HS pattern',
    'icaht-early': 'Neutropenia to day 30 (ICAHT)',
    'icaht-late': 'Neutropenia from day 31 (ICAHT)',
    'icaht-platelets-early': 'Low platelets to day 30',
    'icaht-platelets-late': 'Low platelets from day 31',
    'car-hematotox': 'CAR-HEMATOTOX',
    easix: 'EASIX',
    's-easix': 's-EASIX',
    'm-easix': 'm-EASIX',
    hscore: 'HScore',
    'febrile-neutropenia': 'Fever with neutropenia',
    milestones: 'Milestones',
    'late-neuro': 'Late neurological signs',
    'kinetics-ferritin': 'Ferritin, change',
    'kinetics-crp': 'CRP, change',
    'discharge-readiness': 'Readiness to leave',
    'step-down': 'Step-down',
};

const BANDS = {
    'iec-hs': {
        none: 'no pattern',
        'ferritin-only': 'high ferritin only',
        features: 'HLH-like features',
        pattern: 'HLH-like pattern',
    },
    'late-neuro': { none: 'no signs', notes: 'no signs, with a risk fact', signs: 'signs recorded' },
    'step-down': {
        none: 'conditions do not hold',
        'fewer-checks': 'conditions for fewer checks hold',
        'leave-intensive-care': 'conditions for leaving intensive care hold',
    },
};

const NUMBERS = {
    leastGrade: 'Lowest grade that the recorded facts fit',
    d500: 'Longest stretch at or under 500 /µL, days',
    d100: 'Longest stretch at or under 100 /µL, days',
    daysUnder50: 'Days under 50',
    daysUnder20: 'Days under 20',
    log2: 'log₂',
    first: 'First value',
    changeLog2: 'Change of log₂ from the first value',
    'before-lymphodepletion': 'Before lymphodepletion',
    'day-1': 'Day −1',
    'day+1': 'Day 1',
    'day+3': 'Day 3',
    foldLast: 'Times the value before',
    foldBaseline: 'Times the baseline',
    doublingHours: 'Doubling time, h',
    halfTimeHours: 'Half-time, h',
    unknown: 'Not known',
};

const POINTS = ['car-hematotox', 'hscore'];
const NOT_YET = /^(before the infusion|from day|watched from)/;

const graded = item => item.startsWith('icaht-') || item.startsWith('ctcae-');

export const itemName = item => NAMES[item] ?? spoken(item.replace(/^ctcae-/, ''));

export const numberName = name => NUMBERS[name] ?? spoken(name);

/** A sentence of the service, with a capital letter and the ward's units. */
export const capital = text => text.charAt(0).toUpperCase() + alertText(text.slice(1));

/** The value of an item in a few words: "At least grade 2", "Not known". */
export function inShort(item) {
    const told = SHORT[item.item]?.(item) ?? valueOf(item);
    if (told) return capital(told);
    return NOT_YET.test(item.reason) ? capital(item.reason) : 'Not known';
}

const SHORT = {
    milestones: ({ numbers }) => numbers.day !== undefined && `day ${numbers.day}`,
    'discharge-readiness': ({ numbers: { met, open, unknown } }) =>
        met !== undefined && `${met} met, ${open} open, ${unknown} not known`,
    'febrile-neutropenia': ({ value }) => value !== null && (value ? 'yes' : 'no'),
};

const valueOf = item => [numberOf(item), gradeOf(item), bandOf(item)].filter(Boolean).join(', ');

function numberOf({ item, value, grade, atLeast }) {
    const unit = POINTS.includes(item) ? ' points' : '';
    if (value !== null) return item.startsWith('kinetics-') ? `${value} times the value before` : `${value}${unit}`;
    if (grade !== null || typeof atLeast !== 'number' || atLeast === 0) return undefined;
    return graded(item) ? `at least grade ${atLeast}` : `at least ${atLeast}${unit}`;
}

const gradeOf = ({ item, grade }) => grade !== null && `grade ${grade}${graded(item) ? '' : ' by a physician'}`;

const bandOf = ({ item, band, atLeast }) =>
    band !== null && `${atLeast === band ? 'at least: ' : ''}${BANDS[item]?.[band] ?? band}`;
