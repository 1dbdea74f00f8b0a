// The bedside check: one entry at a time, the grade before and after it.

import { get, step } from './api.js';
import { attributionForm } from './check/attribution.js';
import { courseForm, deathForm, findingForm } from './check/events.js';
import { labForm } from './check/lab.js';
import { neuroForm } from './check/neuro.js';
import { bothCount, discard, enter, onOutbox, waiting } from './check/outbox.js';
import { followUp } from './check/outcome.js';
import { seizureAnew, seizureForm } from './check/seizure.js';
import { SeizureLog } from './check/seizure-log.js';
import { timeField, timeOf } from './check/time-field.js';
import { bolusForm, drugForm, oxygenForm, vitalsForm } from './check/treatments.js';
import { vasopressorForm } from './check/vasopressor.js';
import { fresh } from './contact.js';
import { corrected, entryToReplace, EntryAnew } from './correct/anew.js';
import { regraded } from './correct/consequence.js';
import { refill } from './correct/refill.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { keep, lasting, timeless } from './keep.js';
import { displayName, identifiers, patientOfPage, patientPath, sinceInfusion } from './person.js';
import { words } from './phrases.js';
import { every } from './poll.js';
import { attributes } from './session.js';
import { moment, now } from './time.js';
import { shortWhy } from './why.js';
import { sentence } from './words.js';

const PULSE = 5_000;
const said = words.check;
const patientId = patientOfPage();
const form = byId('entry');
let grade;
let entry;
/** The wrong entry that this page enters anew, if it does. */
let anew;
/** What the page before wants filled in for a vasopressor. */
let preset = presetOf(new URLSearchParams(location.search));
/** Whether somebody has begun to fill in the form. */
let touched = false;
/** The kinds of entry that are on their way. */
const saving = new Set();

const reading = currentEpisode(patientId);
const who = await frame({ keepsFresh: true });
const episode = await orEmergency(reading, patientId, who);
const seizures = new SeizureLog({ ...episode, patientId }, who.username);
const refresh = every(PULSE, () => Promise.all([readGrade(), followEntry()]));
const [wrong] = await Promise.all([entryToReplace(), refresh()]);
const obstacle = wrong && obstacleTo(wrong);
if (obstacle) tell(obstacle);
else if (wrong) anew = new EntryAnew(wrong);

const KINDS = [
    ['neuro', () => neuroForm(episode)],
    ['vitals', vitalsForm],
    ['oxygen', oxygenForm],
    ['vasopressor', () => vasopressorForm(episode)],
    ['bolus', bolusForm],
    ['drug', drugForm],
    ['lab', labForm],
    ['seizure', another => seizureForm(seizures, { record, finish, offer: offerSeizure }, another)],
    ['finding', findingForm],
    ...(attributes(who)
        ? [
              ['attribution', () => attributionForm(episode)],
              ['course', courseForm],
              ['death', deathForm],
          ]
        : []),
];

show(
    byId('kinds'),
    KINDS.map(([word]) =>
        element(
            'label',
            {},
            element('input', { type: 'radio', name: 'kind', value: word, onchange: () => offer(word) }),
            said.kinds[word],
        ),
    ),
);
form.addEventListener('submit', save);
form.addEventListener('input', fill);
form.addEventListener('change', fill);
onOutbox(tellOutbox);
tellWaiting();
offer(location.hash.slice(1) || 'neuro');

function presetOf(asked) {
    return asked.has('agent') ? { agent: asked.get('agent'), action: asked.get('action') } : undefined;
}

/** Why an entry cannot be entered anew on this page, or undefined. A link may name the entry of another patient. */
function obstacleTo(one) {
    const numbers = [patientId, episode.patientId, ...(grade?.numbers ?? [])];
    if (!numbers.includes(one.patientId)) return said.otherPatient(one.patientId);
    const settled = corrected(one, who.username);
    return settled && said.nothingLeft(settled);
}

function offerSeizure(another) {
    offer('seizure', another);
}

async function readGrade() {
    const before = grade;
    grade = await get(`/v1/patients/${step(patientId)}/grade`);
    const shown = timeless(grade);
    keep(byId('who'), [shown.day, shown.hoursSinceInfusion], () =>
        element(
            'p',
            {},
            element('strong', {}, said.patient(episode.bed, displayName(episode))),
            identifiers(episode),
            ` · ${sinceInfusion(grade)} · `,
            element('a', { class: 'button', href: patientPath(patientId) }, said.toPatient),
        ),
    );
    keep(byId('grades'), [shown.crs, shown.icans], () => [shortWhy('CRS', grade.crs), shortWhy('ICANS', grade.icans)]);
    if (before && told(before) !== told(grade)) entry?.regraded?.(new FormData(form));
    fresh();
}

function told({ crs, icans }) {
    return lasting([crs, icans]);
}

/** @param another passed on to the form */
function offer(asked, another) {
    const [word, build] = KINDS.find(([known]) => known === asked) ?? KINDS[0];
    byId('kinds').querySelector(`[value="${word}"]`).checked = true;
    // The same form again after a new sign-in.
    history.replaceState(null, '', `#${word}`);
    if (word === anew?.form) offerAnew(said.kinds[word], build);
    else offerNew(word, said.kinds[word], build(another));
}

function offerNew(word, title, built) {
    entry = built;
    touched = false;
    form.removeAttribute('aria-label');
    show(
        form,
        element('h2', {}, title),
        element('div', { id: 'changed', role: 'status' }),
        entry.node,
        timeField('at', entry.timeLabel ?? said.whenOrNow, { required: false, min: entry.earliest }),
        element('p', { id: 'echo', role: 'status' }),
        element('p', { id: 'regraded', class: 'quiet', role: 'status' }),
        element('button', { class: 'primary save' }, said.save),
    );
    if (preset && word === 'vasopressor') {
        refill(form, { kind: word, ...preset });
        preset = undefined;
    }
    if (entry.pulse) refresh();
}

/** The form of the wrong entry, with its values. */
function offerAnew(title, build) {
    const replacing = anew;
    entry = {
        ...(replacing.form === 'seizure' ? seizureAnew() : build()),
        anew: replacing,
        outdated: () => replacing.outdated(who.username),
    };
    touched = false;
    form.setAttribute('aria-label', said.anew(title));
    show(
        form,
        element('h2', {}, said.anew(title)),
        anew.head(leaveAnew),
        entry.node,
        timeField('at', entry.timeLabel ?? said.when, { known: anew.at }),
        element('p', { id: 'echo', role: 'status' }),
        anew.consequence,
        element('button', { class: 'primary save' }, said.saveAnew),
    );
    anew.fill(form, entry);
    echo();
}

function leaveAnew() {
    anew = undefined;
    history.replaceState(null, '', location.pathname + location.hash);
    offer(chosen());
}

function fill() {
    touched = true;
    echo();
}

/** Repeats in words what a complete form would save. */
function echo() {
    const data = new FormData(form);
    entry.typed?.(data);
    const complete = form.checkValidity();
    const observations = complete ? bodies(data) : [];
    const what = observations.map(sentence).filter(Boolean).join('; ');
    const at = timeOf(data, 'at');
    byId('echo').textContent = what ? said.echo(what + aside(data), at ? moment(at) : said.now) : '';
    if (entry.anew) entry.anew.tell(what !== '', at);
    else byId('regraded').textContent = what && at && !entry.typed ? regraded(observations.at(-1).kind, at) : '';
}

/** What the entry amounts to in other words. */
function aside(data) {
    const other = entry.aside?.(data);
    return other ? ` (${other})` : '';
}

/** What the form says: one observation, or two that belong together. The main one comes last. */
function bodies(data) {
    return [entry.also?.(data), entry.read(data)].filter(Boolean);
}

function save(event) {
    event.preventDefault();
    const data = new FormData(form);
    const at = timeOf(data, 'at');
    finish(bodies(data), entry.anew ? entry.anew.instant(at) : at);
}

/** Records what the form says, unless somebody else has settled it meanwhile. Then the form is offered again. */
async function finish(observations, at) {
    const [finished, kind] = [entry, chosen()];
    if (observations.length === 0) return;
    if (saving.has(kind)) {
        tell(said.stillSending);
        return;
    }
    saving.add(kind);
    try {
        const outdated = await finished.outdated?.();
        if (outdated) tell(outdated);
        else if (finished.anew)
            record(finished.anew.bodies(observations, who.username), at, { of: finished, chained: true });
        else record(observations, at, { of: finished });
        // Somebody may have gone on to another form meanwhile.
        if (entry === finished) {
            if (finished.anew) leaveAnew();
            else offer(chosen());
            byId('saved').scrollIntoView({ block: 'center' });
        } else if (finished.anew === anew) anew = undefined;
    } finally {
        saving.delete(kind);
    }
}

function tell(sentences) {
    show(byId('saved'), element('p', { class: 'warning' }, sentences));
}

/**
 * @param at when, unless an observation says so itself; now if left out
 * @param chained whether each is sent only after the one before it is applied
 * @param of the form that says it
 */
function record(observations, at = new Date(now()).toISOString(), { chained = false, of = entry } = {}) {
    const before = grade;
    const entries = [];
    for (const body of observations) {
        const after = chained ? entries.at(-1)?.id : undefined;
        entries.push(enter(who.username, { patientId, effectiveAt: at, ...body }, after));
    }
    const ids = entries.map(({ id }) => id);
    of.entered?.(entries);
    followUp(byId('saved'), { id: ids.at(-1), with: ids, patientId, before, dealtWith: () => of.renew?.() });
}

/** Offers a form again that no longer fits. What somebody has begun to fill in stays until it is no longer wanted. */
async function followEntry() {
    const followed = entry;
    if (!(await followed?.pulse?.()) || followed !== entry || saving.has(chosen())) return;
    if (touched) tellChanged();
    else offer(chosen());
}

const tellChanged = () =>
    keep(byId('changed'), true, () =>
        element(
            'p',
            { class: 'warning' },
            `${said.changed} `,
            element('button', { type: 'button', onclick: () => offer(chosen()) }, said.showNew),
        ),
    );

function chosen() {
    return byId('kinds').querySelector(':checked').value;
}

function tellOutbox({ body, after }, what) {
    // What it replaces or follows may have been set aside.
    if (what === 'refused') [body.id, after].filter(Boolean).forEach(id => seizures.drop(id));
    tellWaiting();
    refresh();
}

function tellWaiting() {
    show(byId('waiting'), waiting(who.username).map(waitingEntry));
}

function waitingEntry(one) {
    const { body, refused } = one;
    return element(
        'div',
        { class: 'warning' },
        element(
            'p',
            {},
            element('strong', {}, refused ? said.notAccepted : said.notSent),
            ` ${sentence(body)} (${body.patientId})`,
        ),
        bothCount(one) && withdrawByHand(body),
        refused
            ? element(
                  'p',
                  {},
                  `${refused}. `,
                  element(
                      'button',
                      {
                          type: 'button',
                          onclick: () => {
                              discard(body.id);
                              tellWaiting();
                          },
                      },
                      said.discard,
                  ),
              )
            : element('p', {}, said.waits),
    );
}

/** The new entry of a correction was taken, and the withdrawal of the old one was not. */
function withdrawByHand({ patientId: whose }) {
    return element(
        'p',
        {},
        said.bothCount(emphasis => element('strong', {}, emphasis)),
        element('a', { class: 'button', href: `${patientPath(whose)}#done-title` }, said.toDone),
    );
}
