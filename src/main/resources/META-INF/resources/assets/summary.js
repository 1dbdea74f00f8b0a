// A summary of the course in plain language, for the patient and the referring doctor. After a death it is a sheet for
// the record, which speaks to nobody.

import { get, step } from './api.js';
import { asKnown, charted, gradeHistory, historyAsKnown } from './charted.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { displayName, identifiers, patientOfPage } from './person.js';
import { date, dayAndClock, span } from './time.js';
import { spoken } from './words.js';

const PLAIN = {
    crs: [
        'Cytokine release syndrome (CRS)',
        'an inflammation of the whole body that the new cells can cause; its first sign is fever',
    ],
    icans: ['Effects on the brain (ICANS)', 'such as trouble finding words, writing or staying awake'],
};
const DEGREES = [
    'none',
    'mild (grade 1)',
    'moderate (grade 2)',
    'severe (grade 3)',
    'life-threatening (grade 4)',
    'fatal (grade 5)',
];
const WATCH = [
    'Fever of 38.0 °C or more, or chills',
    'Dizziness, fainting, a fast heartbeat',
    'Shortness of breath',
    'Confusion, trouble finding words, changed handwriting, tremor, unusual sleepiness',
    'A seizure: call the emergency number at once',
    'Bleeding or signs of an infection',
];

const HOUR = 3_600_000;

const patientId = patientOfPage();
const who = await frame();
const episode = await orEmergency(currentEpisode(patientId), patientId, who);
document.title = `Summary, bed ${episode.bed} – Vigil`;
show(
    byId('options'),
    element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'primary', onclick: () => print() }, 'Print, or save as PDF'),
    ),
);
const [grade, history, all] = await Promise.all([
    get(`/v1/patients/${step(patientId)}/grade`),
    gradeHistory(patientId),
    charted(patientId),
]);
const death = asKnown(all).findLast(({ kind, effectiveAt }) => kind === 'death' && effectiveAt >= episode.infusedAt);
const subject = death ? 'the patient' : 'you';

function draw(changes, observations) {
    show(
        byId('sheet'),
        element(
            'header',
            {},
            element(
                'h1',
                {},
                death
                    ? 'Course after the cell infusion, for the record'
                    : 'Summary of your monitoring after the cell infusion',
            ),
            element('p', {}, element('strong', {}, `${displayName(episode)} `), identifiers(episode)),
        ),
        element(
            'section',
            {},
            element('h2', {}, 'The treatment'),
            element(
                'p',
                {},
                `On ${date(episode.infusedAt)} ${subject} received ${episode.product}` +
                    `${episode.indication ? ` for ${episode.indication}` : ''}. ${stay()}`,
            ),
        ),
        element(
            'section',
            {},
            element('h2', {}, 'What happened'),
            ['crs', 'icans'].map(syndrome =>
                told(
                    syndrome,
                    changes.filter(change => change.syndrome === syndrome),
                ),
            ),
        ),
        element(
            'section',
            {},
            element('h2', {}, death ? 'What was given' : 'What you were given'),
            list(
                treatments(observations),
                'No medicine against these effects, no oxygen and no fluids for low blood pressure were needed.',
            ),
        ),
        !death && atHome(),
        element(
            'section',
            {},
            element('h2', {}, 'For the referring doctor'),
            list(numbers(changes)),
            episode.dischargeNote && element('p', {}, episode.dischargeNote),
        ),
        element(
            'p',
            { class: 'small quiet' },
            `Graded by ${grade.ruleSet} (policy ${grade.policyVersion ?? 'default'}), ` +
                `as of ${dayAndClock(grade.at)}. ` +
                'To be checked and signed by a physician.',
        ),
    );
}

const atHome = () =>
    element(
        'section',
        {},
        element('h2', {}, 'What to watch for at home'),
        element('p', {}, 'Call your treatment centre at once, day or night, if you notice:'),
        list(WATCH),
        element(
            'p',
            {},
            'Stay near the centre and do not drive for as long as your doctors told you. ' +
                'Show this page to every doctor who sees you.',
        ),
    );

const stay = () => (death ? `Death ${dayAndClock(death.effectiveAt)}, ${causeOf(death)}.` : watched());

const causeOf = ({ cause }) => (cause === 'other' ? 'of another cause' : `cause: ${spoken(cause)}`);

const watched = () =>
    episode.endedAt
        ? `You were watched for ${span(Date.parse(episode.endedAt) - Date.parse(episode.infusedAt))}, ` +
          `until ${date(episode.endedAt)}.`
        : 'You are still being watched.';

function told(syndrome, changes) {
    const [name, meaning] = PLAIN[syndrome];
    const peak = grade[syndrome].peak;
    if (!peak) return element('p', {}, `${name}: it could not be judged.`);
    if (peak.grade === 0) return element('p', {}, `${name}, ${meaning}: it was not seen${notJudged(changes)}.`);
    const end = changes.findLast((change, index) => change.grade === 0 && changes[index - 1]?.grade > 0);
    return element(
        'p',
        {},
        `${name}, ${meaning}: at its highest it was ${DEGREES[peak.grade]}, on ${dayAndClock(peak.at)}. ` +
            (death ? '' : outcome(grade[syndrome].grade, end)),
    );
}

const outcome = (now, end) =>
    now === 0 ? `It has gone${end ? ` since ${dayAndClock(end.at)}` : ''}.` : 'It has not gone yet.';

/** What was not measured was not seen: the hours without a grade belong to the sentence. */
function notJudged(changes) {
    let since = Date.parse(episode.infusedAt);
    let length = 0;
    changes
        .filter(({ episodeId }) => episodeId === episode.id)
        .forEach(({ at, grade: to }) => {
            if (to === null) since ??= at;
            else if (since !== undefined) {
                length += at - since;
                since = undefined;
            }
        });
    if (since !== undefined) length += Date.parse(episode.endedAt ?? grade.at) - since;
    return length < HOUR ? '' : `; for ${span(length)} it could not be judged`;
}

function treatments(observations) {
    const drugs = Map.groupBy(
        observations.filter(({ kind }) => kind === 'medication'),
        ({ drug }) => drug,
    );
    const boluses = observations.filter(({ kind, reason }) => kind === 'fluid-bolus' && reason === 'hypotension');
    const pressors = new Set(observations.filter(({ kind }) => kind === 'vasopressor').map(({ agent }) => agent));
    const oxygen = new Set(
        observations
            .filter(
                ({ kind, device, reason }) =>
                    kind === 'oxygen-therapy' && device !== 'room-air' && reason === 'hypoxia',
            )
            .map(({ device }) => device),
    );
    return [
        ...[...drugs].map(
            ([drug, given]) =>
                `${spoken(drug)}, ${given.length === 1 ? 'once, on' : `${given.length} times, first on`} ` +
                dayAndClock(given[0].at),
        ),
        boluses.length > 0 &&
            `Fluids for low blood pressure, ${boluses.length === 1 ? 'once' : `${boluses.length} times`}`,
        pressors.size > 0 && `Medicine to raise the blood pressure: ${[...pressors].map(spoken).join(', ')}`,
        oxygen.size > 0 && `Oxygen: ${[...oxygen].map(spoken).join(', ')}`,
    ].filter(Boolean);
}

const numbers = changes =>
    ['crs', 'icans'].map(syndrome => {
        const peak = grade[syndrome].peak;
        const course = changes
            .filter(change => change.syndrome === syndrome)
            .map(({ at, grade: to }) => `${to ?? 'not gradable'} (${dayAndClock(at)})`);
        const highest = `highest ${peak?.grade ?? 'not known'}${peak ? ` at ${dayAndClock(peak.at)}` : ''}`;
        return `${spoken(syndrome)}: ${highest}; course: ${course.join(', ') || 'no change'}`;
    });

const list = (items, otherwise) =>
    items.length > 0
        ? element(
              'ul',
              {},
              items.map(text => element('li', {}, text)),
          )
        : element('p', {}, otherwise);

draw(historyAsKnown(history), asKnown(all));
