// Fills a form with what an observation says, and tells what the form would not save, or would save differently.

import { causeSaid } from '../check/causes.js';
import { isSameMinute, whichOf } from '../check/time-field.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { localInput } from '../time.js';
import { spoken } from '../words.js';

const said = words.correct.refill;

/** Fields on which others depend. */
const FIRST = ['action', 'agent', 'analyte', 'device', 'drug', 'finding', 'resolved'];
/** What an observation says about itself, and not of the patient. */
const ABOUT = [
    'id',
    'sender',
    'state',
    'patientId',
    'sentAs',
    'kind',
    'effectiveAt',
    'receivedAt',
    'deviceId',
    'enteredBy',
    'authorVerified',
    'retractedAt',
    'graded',
    'detail',
];

/** The fields of the forms that are not named or built as those of the API. */
const FORMS = {
    vasopressor: ({ rate, ...says }) => [...plain(says), ['rateUnit', rate?.unit], ['rate', rate?.value]],
    attribution: ({ components, cause, from, until }) => {
        const [chosen, ...detail] = cause.split(': ');
        return [
            ...components.map(component => ['components', component]),
            ['cause', chosen],
            ['detail', detail.join(': ')],
            ...time('from', from),
            ...time('until', until),
        ];
    },
    'neuro-check': ({ ice, capd, itemsNotDone = [], notTestable, notDone, ...says }) => [
        ['testable', notTestable ? 'false' : notDone ? 'missed' : (ice ?? capd) === undefined ? 'none' : 'true'],
        ...items('ice', ice),
        ...itemsNotDone.map(item => [`ice.${item}`, 'left-out']),
        ...items('capd', capd),
        ...plain(says),
    ],
};

/** A time and, in the hour that comes twice, which of the two is meant. */
const time = (name, at) =>
    at
        ? [
              [name, localInput(new Date(at))],
              [`${name}.which`, whichOf(at)],
          ]
        : [];

/** A total without its items fills no item. */
const items = (score, points) =>
    typeof points === 'object' ? Object.entries(points).map(([item, each]) => [`${score}.${item}`, each]) : [];

const plain = says =>
    Object.entries(says)
        .filter(([, value]) => typeof value !== 'object')
        .sort(([one], [other]) => FIRST.includes(other) - FIRST.includes(one));

/** Fills in a form. A list gets the value that it does not offer. */
export function refill(form, observation) {
    const says = content(observation);
    const fields = (FORMS[observation.kind] ?? plain)(says);
    fields.filter(([, value]) => value !== undefined).forEach(([name, value]) => enter(form, name, value));
}

/** What the observation says and the form would not save, in words. */
export function notTakenOver(observation, saved = {}) {
    return Object.entries(content(observation))
        .filter(([name]) => isEmpty(saved[name]))
        .map(([name, value]) => `${named(name)} ${text(name, value)}`.trim());
}

/** What the form would save with another value than the observation has, in words. */
export function takenOverDifferently(observation, saved) {
    return Object.entries(content(observation))
        .filter(([name, value]) => !isEmpty(saved[name]) && !isSame(value, saved[name]))
        .map(([name, value]) => {
            const [before, after] = [text(name, value), text(name, saved[name])];
            return before && after ? said.differs(named(name), after, before) : named(name);
        });
}

const HANDWRITING = 'handwritingImage';

const named = name => said.fields[name] ?? spoken(name);

/** A value in one line; empty if it has none. */
function text(name, value) {
    if (name === HANDWRITING || typeof value === 'object') return '';
    return name === 'cause' ? causeSaid(value) : `${typeof value === 'number' ? shown(value) : value}`;
}

const isEmpty = value =>
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0);

const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** Whether two values are one to a form: it shows no seconds, and the order of a list means nothing. */
function isSame(one, other) {
    if (Array.isArray(one) && Array.isArray(other))
        return one.length === other.length && one.every(each => other.some(found => isSame(each, found)));
    if (isObject(one) && isObject(other))
        return Object.keys({ ...one, ...other }).every(name => isSame(one[name], other[name]));
    return `${one}`.trim() === `${other}`.trim() || (INSTANT.test(one) && isSameMinute(one, other));
}

const isObject = value => typeof value === 'object' && value !== null;

const content = observation =>
    Object.fromEntries(Object.entries(observation).filter(([name]) => !ABOUT.includes(name)));

function enter(form, name, value) {
    const fields = [...form.elements].filter(field => field.name === name);
    const ticked = fields.find(field => isTick(field) && field.value === `${value}`);
    if (ticked) ticked.checked = true;
    const field = ticked ?? fields.find(each => !isTick(each));
    if (!field) return;
    if (!ticked) write(field, value);
    ['input', 'change'].forEach(kind => field.dispatchEvent(new Event(kind, { bubbles: true })));
}

const isTick = ({ type }) => type === 'radio' || type === 'checkbox';

function write(field, value) {
    if (field instanceof HTMLSelectElement && ![...field.options].some(option => option.value === `${value}`))
        field.append(new Option(spoken(`${value}`), `${value}`));
    field.value = value;
}
