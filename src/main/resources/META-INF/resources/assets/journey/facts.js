// Shows the facts of a journey and changes them. Only what the user has changed is sent, as a merge patch.

import { patch } from '../api.js';
import { field, number, text, textOf } from '../check/fields.js';
import { readNumber } from '../check/number-field.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { keep } from '../keep.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { attributes } from '../session.js';
import { dateAndClock, localInput } from '../time.js';
import { spoken } from '../words.js';
import { GROUPS } from './fact-groups.js';
import { keepUntouched, savingForm } from './saving.js';

const said = words.journeyFacts;

/** Parts that are there as a whole or not at all. */
const WHOLE = ['outOfSpecification', 'lymphodepletion.fludarabine', 'lymphodepletion.cyclophosphamide'];

/** Returns a function that shows the facts of a journey. */
export function offerFacts(place, path, who, after) {
    const groups = GROUPS.map(group => offerGroup(group, path, who, after));
    place.append(...groups.map(({ node }) => node));
    return journey => groups.forEach(({ draw }) => draw(journey.facts));
}

function offerGroup({ group, fields, reasoned }, path, who, after) {
    const title = said.groups[group];
    const known = element('div', {});
    const inputs = element('div', { class: 'grid' });
    const writable = fields.filter(([, , , by]) => by !== 'physician' || attributes(who));
    let before = {};
    const form = savingForm({
        label: title,
        fields: [
            inputs,
            reasoned &&
                text('reason', said.reason, {
                    required: false,
                    maxlength: 2000,
                }),
        ],
        save: async data => {
            await patch(path, { facts: changes(data, writable, before), reason: textOf(data, 'reason') });
        },
        after,
    });
    const change = element(
        'details',
        { class: 'no-print' },
        element('summary', {}, said.change, element('span', { class: 'unseen' }, said.changeWhat(title))),
        form,
    );
    return {
        node: element('div', { class: 'fact-group' }, element('h3', {}, title), known, change),
        draw: facts => {
            const values = fields.map(([path]) => at(facts, path));
            keep(known, values, () => lines(fields, facts));
            keepUntouched(inputs, values, () => {
                before = Object.fromEntries(writable.map(one => [one[0], written(one, facts)]));
                return writable.map(one => input(one, before[one[0]]));
            });
        },
    };
}

const at = (facts, path) => path.split('.').reduce((part, name) => part?.[name], facts);

function lines(fields, facts) {
    const known = fields.filter(([path]) => at(facts, path) !== undefined);
    return known.length === 0
        ? element('p', { class: 'quiet' }, said.nothing)
        : element(
              'dl',
              {},
              known.map(([path, kind]) => [
                  element('dt', {}, said.fields[path]),
                  element('dd', { 'data-fact': path }, SHOWN[kind](at(facts, path))),
              ]),
          );
}

const yesOrNo = value => (value ? said.yes : said.no);

const SHOWN = {
    text: value => value,
    number: shown,
    time: dateAndClock,
    day: value => value,
    list: values => values.join(', '),
    words: values => values.map(spoken).join(', '),
    word: spoken,
    claim: yesOrNo,
};

/** The value of the field that stands for a fact. */
function written([path, kind], facts) {
    const value = at(facts, path);
    if (value === undefined) return '';
    if (kind === 'time') return localInput(new Date(value));
    if (kind === 'list' || kind === 'words') return value.join(', ');
    return String(value);
}

const optional = { required: false };

const INPUTS = {
    text: (name, label, value) => text(name, label, { ...optional, maxlength: 2000, value }),
    number: (name, label, value, more) => number(name, label, { ...optional, ...more, value }),
    time: (name, label, value) => timeField(name, label, { ...optional, value }),
    day: (name, label, value) => text(name, label, { ...optional, type: 'date', value }),
    list: (name, label, value) => text(name, label, { ...optional, maxlength: 2000, value }),
    words: (name, label, value, options) => list(name, label, value, options.map(named)),
    word: (name, label, value, options) => list(name, label, value, options.map(named)),
    claim: (name, label, value) =>
        list(name, label, value, [
            ['true', words.journey.yes],
            ['false', words.journey.no],
        ]),
};

const named = word => [word, spoken(word)];

const input = ([path, kind, more], value) => INPUTS[kind](path, said.fields[path], value, more);

/** A value that is none of the words, for instance of two of them, stays as it is. */
const list = (name, label, value, options) =>
    field(
        label,
        element(
            'select',
            { name },
            element('option', { value: '' }, words.journey.notRecorded),
            [...options, ...(value === '' || options.some(([word]) => word === value) ? [] : [[value, value]])].map(
                ([word, text]) => element('option', { value: word, selected: word === value }, text),
            ),
        ),
    );

/** Reads a field that is not empty. */
const READ = {
    text: value => value,
    number: readNumber,
    time: (value, data, path) => timeOf(data, path),
    day: value => value,
    list: value =>
        value
            .split(',')
            .map(one => one.trim())
            .filter(Boolean),
    words: value => value.split(', '),
    word: value => value,
    claim: value => value === 'true',
};

/** A merge patch of the fields that differ from what was shown; an emptied field removes its value. */
function changes(data, fields, before) {
    const changed = fields.filter(([path]) => (data.get(path) ?? '').trim() !== before[path]);
    if (changed.length === 0) throw new Error(said.nothingChanged);
    const result = {};
    changed.forEach(([path, kind]) => {
        const value = data.get(path).trim();
        put(result, path, value === '' ? null : READ[kind](value, data, path));
    });
    WHOLE.filter(part => emptied(part, data, fields, changed)).forEach(part => put(result, part, null));
    return result;
}

function emptied(part, data, fields, changed) {
    const inside = ([path]) => path.startsWith(`${part}.`);
    return changed.some(inside) && fields.filter(inside).every(([path]) => data.get(path).trim() === '');
}

function put(target, path, value) {
    const names = path.split('.');
    const last = names.pop();
    const parent = names.reduce((part, name) => (part[name] ??= {}), target);
    parent[last] = value;
}
