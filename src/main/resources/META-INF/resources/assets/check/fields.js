// The parts of the entry forms.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { spoken } from '../words.js';
import { numberField, readNumber } from './number-field.js';

const said = words.check.fields;

/**
 * A choice as large buttons. `options` are words of the API, or pairs of value and text.
 *
 * @param beside an element to show between the hint and the buttons
 */
export function choice(name, legend, options, { required = true, hint, beside } = {}) {
    const buttons = options
        .map(pair)
        .map(([value, text]) => element('label', {}, element('input', { type: 'radio', name, value, required }), text));
    return element(
        'fieldset',
        { class: 'one' },
        element('legend', {}, legend),
        hint && element('p', { class: 'quiet' }, hint),
        beside,
        element('div', { class: 'choice' }, buttons),
    );
}

/** A choice as a list. */
export const pick = (name, label, options, { required = true } = {}) => listed(name, label, choices(options), required);

/** A choice as a list in groups: pairs of a title and its options. */
export const pickGrouped = (name, label, groups, { required = true } = {}) =>
    listed(
        name,
        label,
        groups.map(([title, options]) => element('optgroup', { label: title }, choices(options))),
        required,
    );

const listed = (name, label, options, required) =>
    field(label, element('select', { name, required }, element('option', { value: '' }, said.choose), options));

const choices = options => options.map(pair).map(([value, text]) => element('option', { value }, text));

/** The same; "other" shows the field `<name>Name` for the name. */
export function pickOrName(name, label, options, more) {
    const other = text(`${name}Name`, said.otherName);
    const input = other.querySelector('input');
    const follow = chosen => {
        other.hidden = chosen !== 'other';
        input.disabled = other.hidden;
    };
    const list = pick(name, label, options, more);
    list.querySelector('select').addEventListener('change', ({ target }) => follow(target.value));
    follow('');
    return element('div', {}, list, other);
}

export const number = (name, label, { required = true, min = 0, ...more } = {}) =>
    numberField(name, label, { required, min, ...more });

export const text = (name, label, { required = true, maxlength = 500, type = 'text', ...more } = {}) =>
    field(label, element('input', { name, type, required, maxlength: type === 'text' && maxlength, ...more }));

export const tick = (name, label, value = 'true') =>
    element('label', {}, element('input', { type: 'checkbox', name, value }), label);

export const field = (label, input) => element('label', { class: 'field' }, element('span', {}, label), input);

export const yesOrNo = (name, legend, more) =>
    choice(
        name,
        legend,
        [
            ['true', said.yes],
            ['false', said.no],
        ],
        more,
    );

/** The number, or undefined if the field is empty. */
export const numberOf = (data, name) => (data.get(name) ? readNumber(data.get(name)) : undefined);

export const textOf = (data, name) => data.get(name)?.trim() || undefined;

export const claimOf = (data, name) => (data.get(name) ? data.get(name) === 'true' : undefined);

/** Shows a part of a form, or hides it. A hidden field is never read, and never keeps the form from being saved. */
export function enable(part, enabled) {
    part.hidden = !enabled;
    part.querySelectorAll('input, select').forEach(field => {
        field.disabled = !enabled;
    });
}

const pair = option => (Array.isArray(option) ? option : [option, spoken(option)]);
