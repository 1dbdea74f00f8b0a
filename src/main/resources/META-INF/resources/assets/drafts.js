// Half-written forms outlive the session of their user: this tab keeps them, and shows them to the same user only.

import { element } from './element.js';
import { words } from './phrases.js';
import { localInput, moment, now } from './time.js';

const STORED = 'vigil.drafts';
/** What was measured or seen long ago is not entered as if it were new. */
const KEPT = 3_600_000;
/** The field for the time of what is entered; empty, it means now. */
const TIME = 'at';
const NEVER = ['password', 'file', 'hidden', 'submit', 'button'];
const TICKED = ['radio', 'checkbox'];

/** The forms in which somebody has entered something, with the time of the last entry. */
const touched = new Map();
addEventListener('input', ({ target }) => target.form && touched.set(target.form, now()));

/** A sheet is written on with a finger, and has no field. */
addEventListener('pointerdown', ({ target }) => {
    const form = target instanceof HTMLCanvasElement && target.closest('form');
    if (form) touched.set(form, now());
});

/** Whether somebody has written something here that is not saved. */
export const isHalfWritten = () =>
    [...touched.keys()].some(
        form => form.isConnected && (written(form).length > 0 || form.querySelector('canvas') !== null),
    );

/** Keeps what is half-written on this page. It never fails, so the page goes on to the sign-in. */
export function keepDrafts(username) {
    const drafts = [...touched]
        .filter(([form]) => form.isConnected && isKnownAgain(form))
        .map(([form, at]) => ({ username, path: location.pathname, at, form: nameOf(form), fields: written(form) }))
        .filter(({ fields }) => fields.length > 0);
    const names = drafts.map(({ form }) => form);
    const others = stored().filter(one => !(isHere(one, username) && names.includes(one.form)));
    store([...others, ...drafts]);
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

const stored = () => JSON.parse(sessionStorage.getItem(STORED) ?? '[]').filter(({ at }) => now() - at < KEPT);

function store(drafts) {
    try {
        sessionStorage.setItem(STORED, JSON.stringify(drafts));
    } catch {
        // No room: what is half-written is lost, and the page still asks for the sign-in.
    }
}

const isHere = (draft, username) => draft.username === username && draft.path === location.pathname;

/** What an item of a list is about, such as an alert: its place in the list may change meanwhile. */
const subjectOf = form => ({ ...form.closest('li, tr')?.dataset });

/** A form in an item that does not say what it is about could be mistaken for that of another item. */
const isKnownAgain = form => !form.closest('li, tr') || Object.keys(subjectOf(form)).length > 0;

/**
 * The name of a form, and its place among those of the same name. One page shows several forms under one id, and says
 * in the last part of its address which one.
 */
function nameOf(form) {
    const name = each =>
        JSON.stringify([
            location.hash,
            each.id,
            each.getAttribute('aria-label'),
            each.closest('[id]')?.id,
            subjectOf(each),
        ]);
    const alike = [...document.forms].filter(each => name(each) === name(form));
    return `${name(form)}/${alike.indexOf(form)}`;
}

/** The fields that differ from how the form began. */
const written = form =>
    fieldsOf(form)
        .filter(field => isTicked(field) || (!TICKED.includes(field.type) && isFilled(field)))
        .map(field => ({
            name: field.name,
            value: field.value,
            ticked: TICKED.includes(field.type),
            index: alike(form, field).indexOf(field),
        }));

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

/** The field of a form that can hold what was written. */
function find(form, { name, value, ticked, index }) {
    const named = fieldsOf(form).filter(each => each.name === name && TICKED.includes(each.type) === ticked);
    if (ticked) return named.find(each => each.value === value);
    const field = named[index];
    return field && offers(field, value) ? field : undefined;
}

/** A list without options gets them with another answer. */
const offers = (field, value) =>
    !(field instanceof HTMLSelectElement) ||
    field.options.length === 0 ||
    [...field.options].some(option => option.value === value);

/** Twice, because an answer may bring a field that was not there before. */
function fill(form, { at, fields }) {
    [1, 2].forEach(() => fields.forEach(field => enter(find(form, field), field.value)));
    const time = form.elements[TIME];
    const isLeftOut = time?.type === 'datetime-local' && !time.required && time.value === '';
    if (isLeftOut) enter(time, localInput(new Date(at)));
    touched.set(form, at);
    form.closest('details')?.setAttribute('open', '');
    form.before(
        element(
            'p',
            { class: 'warning restored', role: 'status' },
            words.drafts.back(moment(at)),
            isLeftOut && words.drafts.timeFilled,
            form.querySelector('canvas') && words.drafts.drawing,
        ),
    );
}

function enter(field, value) {
    if (!field) return;
    if (TICKED.includes(field.type)) field.checked = true;
    else field.value = value;
    ['input', 'change'].forEach(kind => field.dispatchEvent(new Event(kind, { bubbles: true })));
}
