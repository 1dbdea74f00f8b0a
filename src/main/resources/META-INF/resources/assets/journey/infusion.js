// The infusion record: why it would be refused now, the form, and the recorded infusion.

import { post } from '../api.js';
import { baselineFields, baselineOf } from '../admission/baseline.js';
import { field, number, numberOf, text, textOf, tick } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { shown } from '../number.js';
import { patientPath } from '../person.js';
import { words } from '../phrases.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';
import { obstacles } from './checks.js';
import { savingForm } from './saving.js';
import { told } from './words.js';

/** The route of the record, in the words of the service. */
const INTRAVENOUS = 'intravenous';

const said = words.journeyInfusion;
const DRUGS = Object.entries(said.drugs);
const SIGNS = ['none', 'fever', 'rash', 'hypotension', 'hypoxia', 'dmso', 'other'];
const UNITS = Object.entries(said.units);

/** Why no infusion would be recorded now. Nothing is shown once one is recorded. */
export function refusal(journey) {
    if (journey.infusions.some(({ stands }) => stands)) return [];
    const reasons = obstacles(journey);
    if (reasons.length === 0) return element('p', { class: 'good' }, said.nothingStops);
    return element(
        'div',
        { class: 'warning' },
        element('p', {}, element('strong', {}, said.stopped)),
        element(
            'ul',
            {},
            reasons.map(reason => element('li', {}, reason)),
        ),
        element('p', { class: 'small' }, said.stoppedHow),
    );
}

/** The service judges the checks at the start of the first bag, so the form stays when an answer is too old by now. */
export function infusionForm({ row, checks }, path, after) {
    const bags = repeated(said.bag, said.anotherBag, bagFields, 1);
    const drugs = repeated(said.drug, said.anotherDrug, drugFields, 0);
    return element(
        'details',
        {},
        element('summary', {}, said.open),
        savingForm({
            label: words.journey.infusion,
            button: said.record,
            fields: [
                element('p', { class: 'quiet' }, said.signed),
                bags.node,
                group(
                    said.dosePlace,
                    number('dose.value', said.dose, { required: false }),
                    unitField(),
                    text('route', said.route, { required: false, maxlength: 200, value: INTRAVENOUS }),
                    number('weight', said.weight, { required: false, min: 0.1, max: 500 }),
                    number('discardedVolume', said.discardedVolume, { required: false }),
                    text('bed', said.bed, { maxlength: 64 }),
                    text('ward', said.ward, { maxlength: 64, value: row.ward }),
                ),
                drugs.node,
                reactionFields(),
                element('fieldset', {}, element('legend', {}, said.baseline), baselineFields()),
                text('note', said.note, { required: false, maxlength: 4000 }),
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
            part.querySelector('legend').textContent = title(index + 1);
            part.querySelectorAll('[name]').forEach(input => {
                input.name = input.name.replace(/\[\d+\]/, `[${index}]`);
            });
        });
    const add = () => {
        const part = group('', build());
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
                said.remove,
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
    text('bags[0].bagId', said.bagId, { maxlength: 128, autocomplete: 'off' }),
    timeField('bags[0].thawedAt', said.thawedAt, { required: false }),
    timeField('bags[0].startedAt', said.startedAt),
    timeField('bags[0].stoppedAt', said.stoppedAt, { required: false }),
    number('bags[0].volume', said.volume, { required: false }),
    number('bags[0].cells', said.cells, { required: false }),
];

const drugFields = () => [
    select('premedication[0].drug', said.drugField, DRUGS),
    text('premedication[0].drugName', said.drugName, { required: false, maxlength: 200 }),
    timeField('premedication[0].at', said.givenAt, { required: false }),
];

const unitField = () => select('dose.unit', said.doseUnit, UNITS);

const select = (name, label, options) =>
    field(
        label,
        element(
            'select',
            { name },
            options.map(([value, label]) => element('option', { value }, label)),
        ),
    );

function reactionFields() {
    return element(
        'fieldset',
        {},
        element('legend', {}, said.reaction),
        element(
            'fieldset',
            { class: 'one' },
            element('legend', {}, said.signs),
            element(
                'div',
                { class: 'choice' },
                SIGNS.map(sign => tick('reaction.signs', spoken(sign), sign)),
            ),
        ),
        element(
            'div',
            { class: 'grid' },
            number('reaction.grade', said.reactionGrade, { required: false, max: 5, step: 1 }),
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
        !record.stands && element('p', { class: 'bad' }, said.voided),
        element('dl', {}, facts(record)),
        record.notes.map(note => element('p', { class: 'warning' }, told(note))),
        record.stands && link && element('a', { class: 'button no-print', href: patientPath(patientId) }, said.patient),
    );

const facts = record =>
    [
        [said.facts.started, dateAndClock(record.startedAt)],
        [said.facts.stopped, record.stoppedAt && dateAndClock(record.stoppedAt)],
        ...record.bags.map(one => [said.facts.bag(one.bagId), bagWords(one)]),
        [said.dose, record.dose !== undefined && `${shown(record.dose)} × ${unitWords(record.doseUnit)}`],
        [said.route, record.route],
        [said.facts.premedication, record.premedication.map(drugWords).join('; ')],
        [said.facts.reaction, reactionWords(record)],
        [said.facts.discarded, record.discardedVolume !== undefined && `${shown(record.discardedVolume)} mL`],
        [said.facts.weight, record.weight !== undefined && `${shown(record.weight)} kg`],
        [said.facts.signatures, record.signatures.join(', ')],
        [said.facts.recorded, `${dateAndClock(record.recordedAt)}, ${record.by}`],
        [said.note, record.note],
    ]
        .filter(([, value]) => value)
        .map(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]);

const unitWords = unit => UNITS.find(([word]) => word === unit)?.[1] ?? unit;

const bagWords = ({ thawedAt, startedAt, stoppedAt, volume, cells }) =>
    [
        thawedAt && said.thawed(dateAndClock(thawedAt)),
        said.startedThen(dateAndClock(startedAt)),
        stoppedAt && said.stoppedThen(dateAndClock(stoppedAt)),
        volume !== undefined && `${shown(volume)} mL`,
        cells !== undefined && said.cellsIn(shown(cells)),
    ]
        .filter(Boolean)
        .join(', ');

const drugWords = ({ drug: word, drugName, at }) => `${drugName ?? spoken(word)}${at ? `, ${dateAndClock(at)}` : ''}`;

function reactionWords({ reaction, reactionGrade }) {
    const signs = reaction.map(spoken).join(', ');
    return reactionGrade === undefined ? signs : said.graded(signs, reactionGrade);
}
