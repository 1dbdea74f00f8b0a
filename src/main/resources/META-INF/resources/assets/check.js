// The bedside check: one entry at a time, the grade before and after it.

import { get, step } from './api.js';
import { attributionForm } from './check/attribution.js';
import { courseForm, deathForm, findingForm } from './check/events.js';
import { labForm } from './check/lab.js';
import { neuroForm } from './check/neuro.js';
import { discard, enter, onOutbox, waiting } from './check/outbox.js';
import { followUp } from './check/outcome.js';
import { seizureForm } from './check/seizure.js';
import { SeizureLog } from './check/seizure-log.js';
import { timeField, timeOf } from './check/time-field.js';
import { bolusForm, drugForm, oxygenForm, vitalsForm } from './check/treatments.js';
import { vasopressorForm } from './check/vasopressor.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { keep, lasting, timeless } from './keep.js';
import { displayName, identifiers, patientOfPage, patientPath, sinceInfusion } from './person.js';
import { every } from './poll.js';
import { attributes } from './session.js';
import { moment, now } from './time.js';
import { shortWhy } from './why.js';
import { sentence } from './words.js';

const PULSE = 5_000;
const patientId = patientOfPage();
const form = byId('entry');
let grade;
let entry;
/** Whether somebody has begun to fill in the form. */
let touched = false;
/** The kinds of entry that are on their way. */
const saving = new Set();

const reading = currentEpisode(patientId);
const who = await frame({ keepsFresh: true });
const episode = await orEmergency(reading, patientId, who);
const seizures = new SeizureLog({ ...episode, patientId }, who.username);
const refresh = every(PULSE, () => Promise.all([readGrade(), followEntry()]));
await refresh();

const KINDS = [
    ['neuro', 'Neuro check', () => neuroForm(episode)],
    ['vitals', 'Vital signs', vitalsForm],
    ['oxygen', 'Oxygen', oxygenForm],
    ['vasopressor', 'Vasopressor', () => vasopressorForm(episode)],
    ['bolus', 'Fluid bolus', bolusForm],
    ['drug', 'Drug', drugForm],
    ['lab', 'Laboratory', labForm],
    ['seizure', 'Seizure', another => seizureForm(seizures, { record, finish, offer: offerSeizure }, another)],
    ['finding', 'Finding', findingForm],
    ...(attributes(who)
        ? [
              ['attribution', 'Attribution', () => attributionForm(episode)],
              ['course', 'Course of CRS', courseForm],
              ['death', 'Death', deathForm],
          ]
        : []),
];

show(
    byId('kinds'),
    KINDS.map(([word, title]) =>
        element(
            'label',
            {},
            element('input', { type: 'radio', name: 'kind', value: word, onchange: () => offer(word) }),
            title,
        ),
    ),
);
form.addEventListener('submit', save);
form.addEventListener('input', fill);
form.addEventListener('change', fill);
onOutbox(tellOutbox);
tellWaiting();
offer(location.hash.slice(1) || 'neuro');

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
            element('strong', {}, `Bed ${episode.bed}, ${displayName(episode)} `),
            identifiers(episode),
            ` · ${sinceInfusion(grade)} · `,
            element('a', { class: 'button', href: patientPath(patientId) }, 'Course'),
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
function offer(word, another) {
    const [, title, build] = KINDS.find(([known]) => known === word) ?? KINDS[0];
    byId('kinds').querySelector(`[value="${word}"]`).checked = true;
    // The same form again after a new sign-in.
    history.replaceState(null, '', `#${word}`);
    entry = build(another);
    touched = false;
    show(
        form,
        element('h2', {}, title),
        element('div', { id: 'changed', role: 'status' }),
        entry.node,
        timeField('at', entry.timeLabel ?? 'When (now if left out)', { required: false, min: entry.earliest }),
        element('p', { id: 'echo', role: 'status' }),
        element('button', { class: 'primary save' }, 'Save'),
    );
    if (entry.pulse) refresh();
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
    const words = complete && bodies(data).map(sentence).filter(Boolean).join('; ');
    byId('echo').textContent = words
        ? `To be saved: ${words}${aside(data)}, ${timeOf(data, 'at') ? moment(timeOf(data, 'at')) : 'now'}.`
        : '';
}

/** What the entry amounts to in other words. */
function aside(data) {
    const words = entry.aside?.(data);
    return words ? ` (${words})` : '';
}

/** What the form says: one observation, or two that belong together. The main one comes last. */
const bodies = data => [entry.also?.(data), entry.read(data)].filter(Boolean);

function save(event) {
    event.preventDefault();
    const data = new FormData(form);
    finish(bodies(data), timeOf(data, 'at'));
}

/** Records what the form says, unless somebody else has settled it meanwhile. Then the form is offered again. */
async function finish(observations, at) {
    const [finished, kind] = [entry, chosen()];
    if (observations.length === 0) return;
    if (saving.has(kind)) {
        tell('Not saved yet: the entry before it is still being sent. Save again in a moment.');
        return;
    }
    saving.add(kind);
    try {
        if (await finished.outdated?.())
            tell('Not sent: this seizure has been ended or withdrawn already. The form shows what is known now.');
        else record(observations, at, { of: finished });
        // Somebody may have gone on to another form meanwhile.
        if (entry === finished) {
            offer(chosen());
            byId('saved').scrollIntoView({ block: 'center' });
        }
    } finally {
        saving.delete(kind);
    }
}

const tell = words => show(byId('saved'), element('p', { class: 'warning' }, words));

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
            'Somebody has entered a seizure or the end of one since this form was opened. ',
            element('button', { type: 'button', onclick: () => offer(chosen()) }, 'Show what is known now'),
        ),
    );

const chosen = () => byId('kinds').querySelector(':checked').value;

function tellOutbox({ body, after }, what) {
    // What it replaces or follows may have been set aside.
    if (what === 'refused') [body.id, after].filter(Boolean).forEach(id => seizures.drop(id));
    tellWaiting();
    refresh();
}

function tellWaiting() {
    const entries = waiting(who.username);
    show(
        byId('waiting'),
        entries.map(({ body, refused }) =>
            element(
                'div',
                { class: 'warning' },
                element(
                    'p',
                    {},
                    element('strong', {}, refused ? 'Not accepted: ' : 'Not sent yet: '),
                    `${sentence(body)} (${body.patientId})`,
                ),
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
                              'Discard',
                          ),
                      )
                    : element(
                          'p',
                          {},
                          'It is kept in this browser and sent as soon as the service is reached.',
                      ),
            ),
        ),
    );
}
