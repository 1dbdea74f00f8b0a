// A field for a time on the hospital's clock. In the hour that comes twice it asks which of the two is meant.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { hospitalZone, instants, localInput, now } from '../time.js';

const MINUTE = 60_000;

/**
 * @param known an instant that the field shows at first
 * @param value in the form of a `datetime-local` field, as is `min`; instead of `known`
 * @param says what the field says about a time that comes twice or never; the page for patients at home has words of
 *     its own
 */
export function timeField(name, label, { required = true, known, value, min, says = words.check.time } = {}) {
    const text = known === undefined ? value : localInput(new Date(known));
    const input = element('input', { name, type: 'datetime-local', required, value: text, min });
    const meant = known ?? (text === localInput() ? present() : undefined);
    const which = [0, 1].map(index =>
        element('input', {
            type: 'radio',
            name: `${name}.which`,
            value: `${index}`,
            checked: `${index}` === whichOf(meant),
        }),
    );
    const question = element(
        'fieldset',
        { hidden: true },
        element('legend', {}, says.twice),
        element(
            'div',
            { class: 'choice' },
            [says.first, says.second].map((label, index) => element('label', {}, which[index], label)),
        ),
    );
    const check = () => {
        const found = input.value === '' ? [''] : instants(input.value);
        input.setCustomValidity(found.length === 0 ? says.never(hospitalZone()) : '');
        question.hidden = found.length < 2;
    };
    input.addEventListener('input', check);
    check();
    return element('div', {}, element('label', { class: 'field' }, element('span', {}, label), input), question);
}

const present = () => new Date(now()).toISOString();

/** Which of two instants that the clock shows alike this one is: `1` is the second one. */
export const whichOf = at => (at !== undefined && isSameMinute(instants(localInput(new Date(at)))[1], at) ? '1' : '0');

/** Whether two instants differ at most by what a field does not show. */
export const isSameMinute = (one, other) => minuteOf(one) === minuteOf(other);

const minuteOf = at => Math.floor(Date.parse(at) / MINUTE);

/** The instant in a field, or with its seconds the known one, if the field still shows it. */
export function timeOrKnown(data, name, known = present()) {
    const at = timeOf(data, name);
    return isSameMinute(at, known) ? known : at;
}

/** The instant in a field, or undefined if it is empty. */
export function timeOf(data, name) {
    const [first, second] = data.get(name) ? instants(data.get(name)) : [];
    return second !== undefined && data.get(`${name}.which`) === '1' ? second : first;
}
