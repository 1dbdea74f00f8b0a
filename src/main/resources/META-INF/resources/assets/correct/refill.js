// Fills a form with what an observation says, and tells what the form has no field for.

import { localInput } from '../time.js';
import { spoken } from '../words.js';

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
            ['from', from && localInput(new Date(from))],
            ['until', until && localInput(new Date(until))],
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
    const lost = Object.entries(content(observation)).filter(([name]) => isEmpty(saved[name]));
    return lost.map(([name, value]) => `${spoken(name)} ${typeof value === 'object' ? '' : value}`.trim());
}

const isEmpty = value => value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);

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
