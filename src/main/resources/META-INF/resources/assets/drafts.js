// Half-written forms outlive the session of their user: this tab keeps them, and shows them to the same user only.

import { element } from './element.js';

const STORED = 'vigil.drafts';
const KEPT = 24 * 3_600_000;
const NEVER = ['password', 'file', 'hidden', 'submit', 'button'];
const TICKED = ['radio', 'checkbox'];

/** The forms in which somebody has entered something. */
const touched = new Set();
addEventListener('input', ({ target }) => target.form && touched.add(target.form));

/** Keeps what is half-written on this page. */
export function keepDrafts(username) {
    const drafts = [...touched]
        .filter(form => form.isConnected && isKnownAgain(form))
        .map(form => ({ username, path: location.pathname, at: Date.now(), form: nameOf(form), fields: written(form) }))
        .filter(({ fields }) => fields.length > 0);
    if (drafts.length > 0) store([...stored().filter(one => !isHere(one, username)), ...drafts]);
}

/** Fills in what this user had half-written on this page, as soon as its form is there. */
export function restoreDrafts(username) {
    const missing = new Set(stored().filter(one => isHere(one, username)));
    if (missing.size === 0) return;
    const watch = new MutationObserver(() => look());
    const look = () => {
        missing.forEach(draft => {
            const form = [...document.forms].find(each => fits(each, draft));
            if (!form) return;
            missing.delete(draft);
            store(stored().filter(one => !(isHere(one, username) && one.form === draft.form)));
            fill(form, draft);
        });
        if (missing.size === 0) watch.disconnect();
    };
    watch.observe(document.body, { childList: true, subtree: true });
    look();
}

const stored = () =>
    JSON.parse(sessionStorage.getItem(STORED) ?? '[]').filter(({ at }) => Date.now() - at < KEPT);

const store = drafts => sessionStorage.setItem(STORED, JSON.stringify(drafts));

const isHere = (draft, username) => draft.username === username && draft.path === location.pathname;

/** What an item of a list is about, such as an alert: its place in the list may change meanwhile. */
const subjectOf = form => ({ ...form.closest('li, tr')?.dataset });

/** A form in an item that does not say what it is about could be mistaken for that of another item. */
const isKnownAgain = form => !form.closest('li, tr') || Object.keys(subjectOf(form)).length > 0;

/** The name of a form, and its place among those of the same name. */
function nameOf(form) {
    const name = each =>
        JSON.stringify([each.id, each.getAttribute('aria-label'), each.closest('[id]')?.id, subjectOf(each)]);
    const alike = [...document.forms].filter(each => name(each) === name(form));
    return `${name(form)}/${alike.indexOf(form)}`;
}

/** The fields that differ from how the form began. */
const written = form =>
    fieldsOf(form)
        .filter(field => isTicked(field) || (!TICKED.includes(field.type) && isFilled(field)))
        .map(field => ({ name: field.name, value: field.value, index: alike(form, field).indexOf(field) }));

const fieldsOf = form => [...form.elements].filter(({ name, type }) => name && !NEVER.includes(type));

const isTicked = field => TICKED.includes(field.type) && field.checked && !field.defaultChecked;

const isFilled = field =>
    field instanceof HTMLSelectElement
        ? field.value !== '' && !field.selectedOptions[0]?.defaultSelected
        : field.value !== '' && field.value !== field.defaultValue;

/** The fields of one name; of ticks those of the same value. */
const alike = (form, { name, type, value }) =>
    fieldsOf(form).filter(
        each => each.name === name && each.type === type && (!TICKED.includes(type) || each.value === value),
    );

const fits = (form, draft) => nameOf(form) === draft.form && draft.fields.every(field => find(form, field));

function find(form, { name, value, index }) {
    const named = fieldsOf(form).filter(each => each.name === name);
    const tick = named.find(each => TICKED.includes(each.type) && each.value === value);
    return tick ?? named.filter(each => !TICKED.includes(each.type))[index];
}

/** Twice, because an answer may bring a field that was not there before. */
function fill(form, { fields }) {
    [1, 2].forEach(() => fields.forEach(field => enter(find(form, field), field.value)));
    form.closest('details')?.setAttribute('open', '');
    form.before(
        element(
            'p',
            { class: 'warning restored', role: 'status' },
            'What you had begun to write here is back. Look at it, and at its time, before you save. ',
            form.querySelector('canvas') && 'A drawing is not kept.',
        ),
    );
}

function enter(field, value) {
    if (!field) return;
    if (TICKED.includes(field.type)) field.checked = true;
    else field.value = value;
    ['input', 'change'].forEach(kind => field.dispatchEvent(new Event(kind, { bubbles: true })));
}
