// Forms of a journey: what the service refuses is said beside the field, and the outcome beside the button.

import { announce } from '../announce.js';
import { byId, element, show } from '../element.js';
import { keep } from '../keep.js';
import { translated } from '../phrase-book.js';
import { words } from '../phrases.js';
import { told } from './words.js';

const said = words.journeySaving;

/** A patch has its facts and its state in parts of their own. */
const PARTS = /^(facts|state)\./;

let forms = 0;

/**
 * @param label the name of the form
 * @param fields its fields
 * @param save called with the form's data; may return what to say once it is saved
 * @param after called when it is saved, to read the journey again
 */
export function savingForm({ label, fields, save, after, button = said.save, kind = 'primary' }) {
    const outcome = element('div', {});
    const form = element(
        'form',
        { 'aria-label': label, 'data-form': `${forms++}` },
        fields,
        outcome,
        element('div', { class: 'buttons' }, element('button', { class: kind }, button)),
    );
    let busy = false;
    form.addEventListener('input', () => {
        form.dataset.touched = '';
    });
    form.addEventListener('submit', async event => {
        event.preventDefault();
        if (busy) return;
        busy = true;
        forget(form);
        try {
            const done = (await save(new FormData(form))) ?? said.saved;
            delete form.dataset.touched;
            form.reset();
            show(outcome, element('p', { class: 'good' }, done));
            announce(said.saved);
            await after?.();
        } catch (failure) {
            tell(form, outcome, failure);
        } finally {
            busy = false;
        }
    });
    return form;
}

/** Shows the same fields again only if their data changed and nobody is filling them in. */
export function keepUntouched(place, data, build) {
    if (place.closest('form')?.dataset.touched === undefined) keep(place, data, build);
}

function forget(form) {
    form.querySelectorAll('.problem').forEach(problem => problem.remove());
    form.querySelectorAll('[aria-invalid]').forEach(input => {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
    });
}

function tell(form, outcome, failure) {
    const violations = failure.violations ?? [];
    const elsewhere = violations.filter(violation => !beside(form, violation));
    const sentence =
        violations.length > elsewhere.length && elsewhere.length === 0
            ? said.marked
            : [failure.message, ...elsewhere.map(({ field, message }) => `${field} ${translated(message)}`)].join('. ');
    show(outcome, element('p', { class: 'warning', role: 'alert' }, said.notSaved(told(sentence))));
    form.querySelector('[aria-invalid]')?.focus();
}

/** Says it beside the field, if the form has one. */
function beside(form, { field, message }) {
    const name = field.replace(PARTS, '');
    const input = [...form.elements].find(one => one.name === name);
    if (input === undefined) return false;
    const id = `problem-${form.dataset.form}-${name}`;
    const place = input.closest('fieldset.one, label.field') ?? input.parentElement;
    if (byId(id) === null) place.append(element('span', { class: 'bad problem', id }));
    byId(id).append(`${byId(id).textContent === '' ? '' : ' '}${said.problem(told(message))}`);
    input.setAttribute('aria-invalid', 'true');
    if (place.localName === 'fieldset') input.setAttribute('aria-describedby', id);
    return true;
}
