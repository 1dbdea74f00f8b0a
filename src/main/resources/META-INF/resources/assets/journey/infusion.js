// The infusion record: why it would be refused now, the form, and the recorded infusion.

import { post } from '../api.js';
import { baselineFields, baselineOf } from '../admission/baseline.js';
import { field, number, numberOf, text, textOf, tick } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { patientPath } from '../person.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';
import { obstacles } from './checks.js';
import { savingForm } from './saving.js';
import { told } from './words.js';

const DRUGS = [
    ['acetaminophen', 'Paracetamol'],
    ['other', 'Other, for instance an antihistamine'],
];
const SIGNS = ['none', 'fever', 'rash', 'hypotension', 'hypoxia', 'dmso', 'other'];
const UNITS = [
    ['10*6', '10⁶ cells'],
    ['10*6/kg', '10⁶ cells per kg'],
];

/** Why no infusion would be recorded now. Nothing is shown once one is recorded. */
export function refusal(journey) {
    if (journey.infusions.some(({ stands }) => stands)) return [];
    const reasons = obstacles(journey);
    if (reasons.length === 0) return element('p', { class: 'good' }, 'Nothing stops the infusion now.');
    return element(
        'div',
        { class: 'warning' },
        element('p', {}, element('strong', {}, 'The infusion cannot be recorded now:')),
        element(
            'ul',
            {},
            reasons.map(reason => element('li', {}, reason)),
        ),
        element('p', { class: 'small' }, 'Record what is open and correct what contradicts. Nobody overrides a check.'),
    );
}

/** The service judges the checks at the start of the first bag, so the form stays when an answer is too old by now. */
export function infusionForm({ row, checks }, path, after) {
    const bags = repeated('Bag', 'Another bag', bagFields, 1);
    const drugs = repeated('Premedication', 'Another drug', drugFields, 0);
    return element(
        'details',
        {},
        element('summary', {}, 'Record the infusion'),
        savingForm({
            label: 'Infusion',
            button: 'Record the infusion and begin the monitoring',
            fields: [
                element(
                    'p',
                    { class: 'quiet' },
                    'Signatures: the users who read the identity at the bed, and you.',
                ),
                bags.node,
                group(
                    'Dose and place',
                    number('dose.value', 'Dose', { required: false }),
                    unitField(),
                    text('route', 'Route', { required: false, maxlength: 200, value: 'intravenous' }),
                    number('weight', 'Weight, kg', { required: false, min: 0.1, max: 500 }),
                    number('discardedVolume', 'Discarded volume, mL', { required: false }),
                    text('bed', 'Bed', { maxlength: 64 }),
                    text('ward', 'Ward', { maxlength: 64, value: row.ward }),
                ),
                drugs.node,
                reactionFields(),
                element('fieldset', {}, element('legend', {}, 'Baseline before the infusion'), baselineFields()),
                text('note', 'Note', { required: false, maxlength: 4000 }),
            ],
            save: async data => {
                await post(`${path}/infusion`, infusion(data, bags.numbers(), drugs.numbers()));
            },
            after,
        }),
    );
}

const group = (legend, ...fields) =>
    element('fieldset', {}, element('legend', {}, legend), element('div', { class: 'grid' }, fields));

/** Groups of fields that can be added and removed. Their numbers follow their order, as in the request. */
function repeated(title, more, build, least) {
    const place = element('div', {});
    const renumber = () =>
        [...place.children].forEach((part, index) => {
            part.querySelector('legend').textContent = `${title} ${index + 1}`;
            part.querySelectorAll('[name]').forEach(input => {
                input.name = input.name.replace(/\[\d+\]/, `[${index}]`);
            });
        });
    const add = () => {
        const part = group(title, build());
        part.append(
            element(
                'button',
                {
                    type: 'button',
                    onclick: () => {
                        part.remove();
                        renumber();
                    },
                },
                'Remove',
            ),
        );
        place.append(part);
        renumber();
        return part;
    };
    for (let count = 0; count < least; count++) add().querySelector('button').remove();
    const button = element(
        'button',
        { type: 'button', onclick: () => add().querySelector('input, select').focus() },
        more,
    );
    return {
        node: element('div', {}, place, element('div', { class: 'buttons' }, button)),
        numbers: () => [...place.children].map((part, index) => index),
    };
}

const bagFields = () => [
    text('bags[0].bagId', 'Bag id, as read from the bag', { maxlength: 128, autocomplete: 'off' }),
    timeField('bags[0].thawedAt', 'Thawed at', { required: false }),
    timeField('bags[0].startedAt', 'Started at'),
    timeField('bags[0].stoppedAt', 'Stopped at', { required: false }),
    number('bags[0].volume', 'Volume, mL', { required: false }),
    number('bags[0].cells', 'Cells, 10⁶', { required: false }),
];

const drugFields = () => [
    select('premedication[0].drug', 'Drug', DRUGS),
    text('premedication[0].drugName', 'Its name, if other', { required: false, maxlength: 200 }),
    timeField('premedication[0].at', 'Given at', { required: false }),
];

const unitField = () => select('dose.unit', 'Unit of the dose', UNITS);

const select = (name, label, options) =>
    field(
        label,
        element(
            'select',
            { name },
            options.map(([value, words]) => element('option', { value }, words)),
        ),
    );

function reactionFields() {
    return element(
        'fieldset',
        {},
        element('legend', {}, 'Reaction to the infusion'),
        element(
            'fieldset',
            { class: 'one' },
            element('legend', {}, 'Signs (none, or all that were seen)'),
            element(
                'div',
                { class: 'choice' },
                SIGNS.map(sign => tick('reaction.signs', spoken(sign), sign)),
            ),
        ),
        element(
            'div',
            { class: 'grid' },
            number('reaction.grade', 'Grade, 0 to 5', { required: false, max: 5, step: 1 }),
        ),
    );
}

function infusion(data, bags, drugs) {
    const signs = data.getAll('reaction.signs');
    const dose = numberOf(data, 'dose.value');
    return {
        bags: bags.map(number => bag(data, `bags[${number}]`)),
        bed: textOf(data, 'bed'),
        ward: textOf(data, 'ward'),
        dose: dose === undefined ? undefined : { value: dose, unit: data.get('dose.unit') },
        route: textOf(data, 'route'),
        premedication: drugs.map(number => drug(data, `premedication[${number}]`)),
        reaction: signs.length === 0 ? undefined : { signs, grade: numberOf(data, 'reaction.grade') },
        discardedVolume: numberOf(data, 'discardedVolume'),
        weight: numberOf(data, 'weight'),
        baseline: baselineOf(data),
        note: textOf(data, 'note'),
    };
}

const bag = (data, name) => ({
    bagId: textOf(data, `${name}.bagId`),
    thawedAt: timeOf(data, `${name}.thawedAt`),
    startedAt: timeOf(data, `${name}.startedAt`),
    stoppedAt: timeOf(data, `${name}.stoppedAt`),
    volume: numberOf(data, `${name}.volume`),
    cells: numberOf(data, `${name}.cells`),
});

const drug = (data, name) => ({
    drug: data.get(`${name}.drug`),
    drugName: textOf(data, `${name}.drugName`),
    at: timeOf(data, `${name}.at`),
});

/** @param link whether the user may open the patient's page */
export const infusionRecord = (record, patientId, link) =>
    element(
        'div',
        { class: 'infusion-record' },
        !record.stands && element('p', { class: 'bad' }, 'The admission was voided: this infusion does not stand.'),
        element('dl', {}, facts(record)),
        record.notes.map(note => element('p', { class: 'warning' }, told(note))),
        record.stands &&
            link &&
            element('a', { class: 'button no-print', href: patientPath(patientId) }, 'Open the patient’s page'),
    );

const facts = record =>
    [
        ['Started', dateAndClock(record.startedAt)],
        ['Stopped', record.stoppedAt && dateAndClock(record.stoppedAt)],
        ...record.bags.map(one => [`Bag ${one.bagId}`, bagWords(one)]),
        ['Dose', record.dose !== undefined && `${record.dose} × ${unitWords(record.doseUnit)}`],
        ['Route', record.route],
        ['Premedication', record.premedication.map(drugWords).join('; ')],
        ['Reaction', reactionWords(record)],
        ['Discarded', record.discardedVolume !== undefined && `${record.discardedVolume} mL`],
        ['Weight', record.weight !== undefined && `${record.weight} kg`],
        ['Signatures', record.signatures.join(', ')],
        ['Recorded', `${dateAndClock(record.recordedAt)}, ${record.by}`],
        ['Note', record.note],
    ]
        .filter(([, value]) => value)
        .map(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]);

const unitWords = unit => UNITS.find(([word]) => word === unit)?.[1] ?? unit;

const bagWords = ({ thawedAt, startedAt, stoppedAt, volume, cells }) =>
    [
        thawedAt && `thawed ${dateAndClock(thawedAt)}`,
        `started ${dateAndClock(startedAt)}`,
        stoppedAt && `stopped ${dateAndClock(stoppedAt)}`,
        volume !== undefined && `${volume} mL`,
        cells !== undefined && `${cells} × 10⁶ cells`,
    ]
        .filter(Boolean)
        .join(', ');

const drugWords = ({ drug: word, drugName, at }) => `${drugName ?? spoken(word)}${at ? `, ${dateAndClock(at)}` : ''}`;

const reactionWords = ({ reaction, reactionGrade }) =>
    reaction.map(spoken).join(', ') + (reactionGrade === undefined ? '' : `, grade ${reactionGrade}`);
