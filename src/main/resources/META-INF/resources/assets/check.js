// The bedside check: one entry at a time, the grade before and after it.

import { get, step } from './api.js';
import { attributionForm, courseForm, deathForm, findingForm, seizureForm } from './check/events.js';
import { text } from './check/fields.js';
import { labForm } from './check/lab.js';
import { neuroForm } from './check/neuro.js';
import { discard, enter, onOutbox, sendFor, waiting } from './check/outbox.js';
import { followUp } from './check/outcome.js';
import { bolusForm, drugForm, oxygenForm, vasopressorForm, vitalsForm } from './check/treatments.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode, toolOf } from './episode.js';
import { frame } from './frame.js';
import { keep, timeless } from './keep.js';
import { displayName, identifiers, patientOfPage, patientPath, sinceInfusion } from './person.js';
import { every } from './poll.js';
import { attributes } from './session.js';
import { fromLocalInput } from './time.js';
import { shortWhy } from './why.js';
import { sentence } from './words.js';

const PULSE = 5_000;
const patientId = patientOfPage();
const form = byId('entry');
let grade;
let entry;

const reading = currentEpisode(patientId);
const who = await frame({ keepsFresh: true });
const episode = await orEmergency(reading, patientId, who);
const refresh = every(PULSE, readGrade);
await refresh();

const KINDS = [
    ['neuro', 'Neuro check', () => neuroForm({ tool: toolOf(episode) })],
    ['vitals', 'Vital signs', vitalsForm],
    ['oxygen', 'Oxygen', oxygenForm],
    ['vasopressor', 'Vasopressor', vasopressorForm],
    ['bolus', 'Fluid bolus', bolusForm],
    ['drug', 'Drug', drugForm],
    ['lab', 'Laboratory', labForm],
    ['seizure', 'Seizure', seizureForm],
    ['finding', 'Finding', findingForm],
    ...(attributes(who)
        ? [
              ['attribution', 'Attribution', attributionForm],
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
onOutbox(tellOutbox);
sendFor(who.username);
tellWaiting();
offer(location.hash.slice(1) || 'neuro');

async function readGrade() {
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
    fresh();
}

function offer(word) {
    const [, title, build] = KINDS.find(([known]) => known === word) ?? KINDS[0];
    byId('kinds').querySelector(`[value="${word}"]`).checked = true;
    entry = build();
    show(
        form,
        element('h2', {}, title),
        entry.node,
        text('at', 'When (now if left out)', { type: 'datetime-local', required: false }),
        element('button', { class: 'primary save' }, 'Save'),
    );
}

function save(event) {
    event.preventDefault();
    const data = new FormData(form);
    const effectiveAt = data.get('at') ? fromLocalInput(data.get('at')) : new Date().toISOString();
    const before = grade;
    const id = enter(who.username, { patientId, effectiveAt, ...entry.read(data) });
    followUp(byId('saved'), { id, patientId, before });
    offer(data.get('kind') ?? byId('kinds').querySelector(':checked').value);
    byId('saved').scrollIntoView({ block: 'center' });
}

function tellOutbox() {
    tellWaiting();
    refresh();
}

function tellWaiting() {
    const entries = waiting();
    show(
        byId('waiting'),
        entries.map(({ username, body, refused }) =>
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
                          username === who.username
                              ? 'It is kept in this browser and sent as soon as the service is reached.'
                              : `It was entered by ${username} and is sent when ${username} signs in here.`,
                      ),
            ),
        ),
    );
}
