// A field for a number. What is saved is what was typed: with a comma or a point, with or without the unit. Where
// a number can be read in two ways, the field asks instead of choosing one.

import { element } from '../element.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';

/** Between groups of three digits. Elsewhere a space separates two numbers. */
const GROUPING = /(?<=\d)[\s'’](?=\d{3}(?!\d))/g;
const WHOLE = /^-?\d+$/;
const DECIMAL = /^-?\d*[.,]\d+$/;
/** "1,200": twelve hundred to some, one and a fifth to others. A point always begins the decimals. */
const THOUSANDS = /^-?[1-9]\d{0,2},\d{3}$/;
const NUMBER_AND_UNIT = /^(.*?\d)\s*([^\d\s.,'’].*)?$/;

/** What the field says; the page for patients at home has words of its own. */
const STAFF = {
    ...words.check.number,
    least: min => words.check.number.least(shown(min)),
    most: max => words.check.number.most(shown(max)),
    doubtful: (number, unit, [least, most]) =>
        words.check.number.doubtful(shown(number), unit, shown(least), shown(most)),
};

/** The number that a text says, or undefined. A unit behind it is left out. */
export function readNumber(text) {
    const [, number] = text.trim().match(NUMBER_AND_UNIT) ?? [];
    const digits = number?.replace(GROUPING, '') ?? '';
    if (THOUSANDS.test(digits) || !(WHOLE.test(digits) || DECIMAL.test(digits))) return undefined;
    return Number(digits.replace(',', '.'));
}

/**
 * @param unit taken if it is written behind the number
 * @param plausible the least and the most that is graded; beyond it, the user must say that the value is meant
 * @param says what the field says if a text is no number for it
 */
export function numberField(name, label, { required, min, max, plausible, value, says = STAFF }) {
    const input = element('input', { name, required, inputmode: 'decimal', autocomplete: 'off', value });
    const unit = label.split(', ')[1];
    const meant = element('input', { type: 'checkbox' });
    const doubt = element('span');
    const question = element('label', { class: 'warning', hidden: true }, meant, doubt);
    const check = () => {
        const typed = input.value.trim();
        const number = typed === '' ? undefined : readNumber(typed);
        input.setCustomValidity(typed === '' ? '' : wrong(typed, number, { unit, min, max, says }));
        const doubtful =
            plausible !== undefined && number !== undefined && (number < plausible[0] || number > plausible[1]);
        question.hidden = !doubtful;
        meant.required = doubtful;
        if (!doubtful) meant.checked = false;
        doubt.textContent = doubtful ? says.doubtful(number, unit, plausible) : '';
    };
    input.addEventListener('input', check);
    check();
    return element(
        'div',
        {},
        element('label', { class: 'field' }, element('span', {}, label), input),
        plausible && question,
    );
}

/** Why a text is no number for this field, or nothing. */
function wrong(typed, number, { unit, min, max, says }) {
    const [, , written] = typed.match(NUMBER_AND_UNIT) ?? [];
    if (number === undefined) {
        return THOUSANDS.test(typed.match(/^[-\d.,]*/)?.[0]) ? says.twoWays : says.noNumber;
    }
    if (written && plain(written) !== plain(unit ?? '')) return says.otherUnit(unit);
    if (min !== undefined && number < min) return says.least(min);
    if (max !== undefined && number > max) return says.most(max);
    return '';
}

/** "°C", "C" and "° c" are one unit, and so are "µg" and "ug". */
const plain = unit => unit.toLowerCase().replaceAll(/[°\s]/g, '').replaceAll(/[µμ]/g, 'u');
