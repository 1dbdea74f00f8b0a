// The page for a patient at home and for the caregiver: what to enter, what is due, and whom to call.

import { get, Refused, Unreachable, whenSignedOut } from './api.js';
import { discard, enter, onOutbox, sendFor, waiting } from './check/outbox.js';
import { byId, element, show } from './element.js';
import { tellFailures } from './failure.js';
import { answersForm } from './home/answers.js';
import { callLink, callNow, whenToCall } from './home/calling.js';
import { centreBefore, rememberCentre } from './home/centre.js';
import { beginForm, draftOf, fillIn, isLeft, keepDraft, withoutForms } from './home/draft.js';
import { dueParts, entryList, isDue } from './home/due.js';
import { readingsForm } from './home/readings.js';
import { numbersBeyond, signsSeen, united } from './home/reasons.js';
import { savedEntry, waitingEntry } from './home/sent.js';
import { coverSignedOut } from './home/signed-out.js';
import { WORDS } from './home/words.js';
import { keep } from './keep.js';
import { languageSwitch, storeLanguage, wordsOf } from './language.js';
import { askBeforeLeaving } from './leaving.js';
import { every } from './poll.js';
import { beginAnew, entersFromHome, firstPage, signOut, user } from './session.js';
import { switchTheme } from './theme-switch.js';
import { now } from './time.js';

const PULSE = 60_000;
const MOST_SAVED = 3;

const state = {
    /** What the service answered last. Without a `watch` of its own it is not known whether there is one. */
    view: centreBefore(),
    readAt: undefined,
    stale: false,
    saved: [],
    notKept: false,
};
let words = wordsOf(WORDS);
let draft;
let answers;
let readings;

function begin() {
    state.view = centreBefore(who.username);
    draft = draftOf(who.username);
    judge();
    whenSignedOut(() => coverSignedOut(words));
    onOutbox(hear);
    draw();
    sendFor(who.username);
    every(PULSE, refresh)();
}

/** The staff have pages of their own. */
function leave() {
    byId('call').hidden = true;
    show(
        byId('main'),
        element('h1', {}, words.forPatients),
        element('p', {}, element('a', { class: 'primary button', href: firstPage(who) }, words.toStaff)),
    );
}

/** Draws everything in the language that is chosen now. */
function draw() {
    words = wordsOf(WORDS);
    document.title = words.page;
    byId('skip').textContent = words.skip;
    byId('call').setAttribute('aria-label', words.whenToCall);
    show(byId('frame'), frameParts());
    drawForms();
    show(
        byId('main'),
        element('h1', {}, words.heading),
        element('p', {}, words.notWatched),
        element('section', { id: 'alarm', role: 'alert', hidden: true }),
        element('div', { id: 'sent', role: 'status', tabindex: '-1' }),
        element('section', { id: 'ended', class: 'warning', hidden: true }, ended()),
        element('div', { id: 'forms' }, answers?.node ?? element('p', {}, words.otherPerson), readings.node),
        card('due', words.due),
        card('entries', words.entries),
        card('when', words.whenToCall),
    );
    drawView();
    drawSent();
}

const ended = () => [element('h2', {}, words.ended), element('p', {}, words.endedHow)];

const card = (id, title) =>
    element(
        'section',
        { class: 'card', 'aria-labelledby': `${id}-title` },
        element('h2', { id: `${id}-title` }, title),
        element('div', { id }),
    );

const frameParts = () => [
    element(
        'span',
        { class: 'brand' },
        element('img', { src: '/assets/icon.svg', alt: '', width: 28, height: 28 }),
        'Vigil',
    ),
    element(
        'div',
        { class: 'switches' },
        languageSwitch(WORDS, speak),
        element('button', { type: 'button', id: 'theme', 'aria-label': words.theme, onclick: switchTheme }, '◐'),
        element('button', { type: 'button', id: 'sign-out', onclick: goAway }, words.signOut),
    ),
];

/** In the other language, with what is filled in. */
function speak(code) {
    storeLanguage(code, who.username);
    draw();
    document.querySelector('.languages [aria-pressed="true"]').focus();
}

/** What is filled in is not left to the next user; a reason to call is still there after the next sign-in. */
function goAway() {
    askBeforeLeaving(waiting(who.username).length, words.leaving, () => {
        keepDraft(who.username, withoutForms(draft));
        signOut();
    });
}

/** A caregiver answers the questions; both enter readings. */
function drawForms() {
    answers =
        who.role === 'caregiver'
            ? answersForm({
                  words,
                  kept: draft.answers,
                  restored: draft.restored.answers,
                  changed: kept => change('answers', kept),
                  save: given => save('answers', { kind: 'home-check', ...given }),
              })
            : undefined;
    readings = readingsForm({
        words,
        kept: draft.readings,
        restored: draft.restored.readings,
        changed: kept => change('readings', kept),
        save: (numbers, at) => save('readings', { kind: 'vital-signs', setting: 'home', effectiveAt: at, ...numbers }),
    });
}

const limits = () => state.view.watch?.limits ?? state.view.limits;

function change(form, values) {
    fillIn(draft, form, values);
    draft.filledIn = filledIn();
    keepDraft(who.username, draft);
    drawReasons();
}

/** Keeps the entry in this browser and sends it. The reasons to call stay, whatever becomes of it. */
function save(form, { effectiveAt = new Date(now()).toISOString(), ...fields }) {
    const body = { patientId: who.patientId, ...fields, effectiveAt };
    const called = allReasons().length > 0 && hasCalled();
    state.notKept = false;
    try {
        const entry = enter(who.username, body);
        if (called) draft.done.push(entry.id);
    } catch {
        state.notKept = true;
    }
    if (!called) draft.saved.push({ ...body, handwritingImage: undefined });
    if (!state.notKept) beginForm(draft, form);
    judge();
    draw();
    draft.filledIn = filledIn();
    keepDraft(who.username, draft);
    byId(byId('alarm').hidden ? 'sent' : 'alarm').scrollIntoView({ block: 'center' });
    byId('sent').focus({ preventScroll: true });
}

/** Finds the reasons to call in what was entered. Before the first reading the patient's limits may not be known. */
function judge() {
    const waits = waiting(who.username).map(({ body }) => body);
    const entered = [...draft.saved, ...waits.filter(({ id }) => !draft.done.includes(id))];
    draft.reasons = united(draft.reasons, entered.flatMap(reasonsOf));
    if (state.readAt !== undefined) draft.saved = [];
}

const reasonsOf = values => signsSeen(values).concat(numbersBeyond(values, limits()));

/** Why to call: what was saved, and what is filled in and not saved yet. */
const allReasons = () => united(draft.reasons, filledIn());

const filledIn = () => reasonsOf({ ...answers?.answers(), ...readings.measured() });

/** Whether the person has called for exactly these reasons. Another one is loud again. */
const hasCalled = () => draft.called === JSON.stringify(allReasons());

function drawReasons() {
    if (!hasCalled()) delete draft.called;
    const reasons = draft.called ? [] : allReasons();
    const { phone } = state.view.centre;
    byId('alarm').hidden = reasons.length === 0;
    keep(byId('alarm'), [words.name, phone, reasons], () =>
        reasons.length === 0 ? [] : callNow(words, phone, reasons, called),
    );
    drawNumber(reasons);
}

/** What is still filled in makes no more noise, and what was saved is done. */
function called() {
    draft.reasons = [];
    draft.saved = [];
    draft.done = waiting(who.username).map(({ body }) => body.id);
    draft.called = JSON.stringify(allReasons());
    keepDraft(who.username, draft);
    drawReasons();
    byId('main').focus();
}

/** The number at the lower edge of the page, always in sight. */
function drawNumber(reasons) {
    const { phone } = state.view.centre;
    byId('call').classList.toggle('urgent', reasons.length > 0);
    keep(byId('call'), [words.name, phone, reasons.length > 0], () => callLink(words, phone, reasons));
}

async function refresh() {
    try {
        state.view = await get('/v1/home');
        state.readAt = now();
        state.stale = false;
        rememberCentre(who.username, state.view);
        judge();
    } catch (failure) {
        if (!(failure instanceof Refused || failure instanceof Unreachable)) throw failure;
        state.stale = true;
    }
    if (isLeft(draft)) leaveForms();
    drawView();
}

/** What somebody began long ago, for instance yesterday, is not saved as of now. */
function leaveForms() {
    draft = { ...withoutForms(draft), restored: {} };
    keepDraft(who.username, draft);
    draw();
}

function drawView() {
    const { watch, call } = state.view;
    const over = state.readAt !== undefined && watch === undefined;
    byId('ended').hidden = !over;
    byId('forms').hidden = over;
    byId('due').parentElement.hidden = over;
    byId('entries').parentElement.hidden = over;
    const asOf = state.stale ? (state.readAt ?? 0) : undefined;
    keep(byId('due'), [words.name, watch?.checks, watch?.checks.map(isDue), asOf], () =>
        dueParts(words, watch?.checks, asOf),
    );
    keep(byId('entries'), [words.name, watch?.entries], () => watch && entryList(words, watch.entries));
    keep(byId('when'), [words.name, call], () => whenToCall(words, call));
    answers?.compare(watch?.sentence);
    drawReasons();
}

function hear({ username, body }, what) {
    if (username !== who.username) return;
    if (what === 'accepted') {
        state.saved = [body, ...state.saved].slice(0, MOST_SAVED);
        refresh();
    }
    drawSent();
}

/** What became of the entries of this user; those of others are neither shown nor sent. */
function drawSent() {
    const mine = waiting(who.username);
    keep(byId('sent'), [words.name, mine, state.saved, state.notKept], () => [
        state.notKept && element('p', { class: 'warning' }, element('strong', {}, words.notKept)),
        mine.map(entry => waitingEntry(words, entry, putAway)),
        state.saved.map(body => savedEntry(words, body)),
    ]);
}

function putAway({ id }) {
    discard(id);
    drawSent();
}

tellFailures(() => words.failed);
beginAnew();
drawNumber([]);

const who = await user;
if (entersFromHome(who)) begin();
else leave();
