// The sheet of one patient for the next shift, in the order of SBAR: situation, background, assessment,
// recommendation. Every value has its time and its age.

import { byUrgency } from '../alert-card.js';
import { get, list, step } from '../api.js';
import { asKnown, byTime, charted, gradeHistory, historyAsKnown } from '../charted.js';
import { dueWords } from '../due.js';
import { element } from '../element.js';
import { gradeSentence, gradeWord, isKnown } from '../grade.js';
import { displayName, identifiers, outpatient, sinceInfusion } from '../person.js';
import { atTheBedside } from '../session.js';
import { dayAndClock, distance, moment, now } from '../time.js';
import { treatmentFacts } from '../treatment-facts.js';
import { valueLines } from '../values.js';
import { assessed, courseOf, shortWhy } from '../why.js';
import { sentence } from '../words.js';

const HOUR = 3_600_000;
const TREATMENTS = ['oxygen-therapy', 'vasopressor', 'fluid-bolus', 'medication'];
const BASELINE = [
    ['systolic', 'systolic', ' mmHg'],
    ['diastolic', 'diastolic', ' mmHg'],
    ['temperature', 'temperature', ' °C'],
    ['spo2', 'SpO₂', ' %'],
    ['ice', 'ICE', ''],
    ['capd', 'CAPD', ''],
    ['oxygenFlow', 'oxygen at home', ' L/min'],
];

/** What stands in place of a part that nobody read: "None." would say that there is nothing. */
const NO_ROW = 'Not read: the patient is not on the board.';

/**
 * What the sheet of a patient tells. `steps` are undefined for a role that may not read them.
 *
 * @param row the patient's row on the board; undefined after the discharge
 * @param hours how far back
 */
export async function readSheet({ episode, row, hours, who }) {
    const { patientId } = episode;
    const path = `/v1/patients/${step(patientId)}`;
    const from = new Date(now() - hours * HOUR).toISOString();
    const [grade, history, observations, medications, weights, treatments, alerts, prompts] = await Promise.all([
        get(`${path}/grade`),
        gradeHistory(patientId),
        charted(patientId, { from }),
        list(`${path}/observations`, { kind: 'medication' }),
        list(`${path}/observations`, { kind: 'weight' }),
        get(`${path}/treatments`),
        list('/v1/alerts', { patientId }),
        atTheBedside(who) ? get(`${path}/prompts`) : undefined,
    ]);
    return {
        ...{ episode, row, hours, who, grade, treatments },
        changes: historyAsKnown(history).filter(({ at }) => at >= Date.parse(from)),
        lately: asKnown(observations),
        given: asKnown([...medications, ...weights]).sort(byTime),
        alerts: alerts.filter(({ state }) => state !== 'resolved').sort(byUrgency),
        steps: prompts?.items.filter(({ open }) => open),
    };
}

export const sheet = told => [
    head(told),
    element('h2', {}, 'Situation'),
    situation(told),
    element('h2', {}, 'Background'),
    background(told),
    element('h2', {}, 'Assessment'),
    assessment(told),
    element('h2', {}, 'Recommendation'),
    recommendation(told),
    signatures(),
    foot(told),
];

const head = ({ episode, grade, hours }) =>
    element(
        'header',
        {},
        element('h1', {}, `Handover: bed ${episode.bed}, ${displayName(episode)}`),
        identifiers(episode),
        element('p', {}, `The last ${hours} hours until ${dayAndClock(grade.at)}.`),
    );

const situation = ({ grade, changes }) => [
    element('section', { class: 'pair' }, shortWhy('CRS', grade.crs), shortWhy('ICANS', grade.icans)),
    two(
        element('div', {}, courseOf(grade.crs)),
        part('Changes of the grades', changes.map(changeLine), 'No change in this time.'),
    ),
];

const background = ({ episode, grade, given, treatments, lately }) => [
    part('Therapy', [
        line(`${sinceInfusion(grade)} of ${[episode.product, episode.indication].filter(Boolean).join(', ')}`),
        outpatient(episode) && element('li', {}, outpatient(episode), ` since ${moment(episode.outpatientSince)}`),
        line(`Baseline: ${baseline(episode)}`),
    ]),
    part(
        'Given so far',
        treatmentFacts({ episode, observations: given, treatments }).map(([name, text]) => line(`${name}: ${text}`)),
        'None.',
        'short',
    ),
    two(
        part('Treatments', lately.filter(({ kind }) => TREATMENTS.includes(kind)).map(entryLine)),
        part(
            'Checks and events',
            lately.filter(({ kind }) => !TREATMENTS.includes(kind) && kind !== 'retraction').map(entryLine),
        ),
    ),
];

/** Beside each other, if there is room. */
const two = (...parts) => element('div', { class: 'two' }, parts);

function baseline({ baseline: known = {} }) {
    const values = BASELINE.filter(([field]) => known[field] !== undefined);
    const told = values.map(([field, name, unit]) => `${name} ${known[field]}${unit}`);
    if (known.developmentalDelay) told.push('developmental delay');
    return told.length > 0 ? told.join(', ') : 'not known';
}

const assessment = ({ grade, row }) => [
    part('Last values', row ? valueLines(row).map(line) : [], row ? 'None.' : NO_ROW, 'short'),
    two(assessed('CRS', grade.crs), assessed('ICANS', grade.icans)),
];

const recommendation = ({ row, steps, alerts }) => [
    part(
        'Open steps of your protocol',
        (steps ?? []).map(({ text, since }) => line(`${text} (fits since ${moment(since)}, ${distance(since)})`)),
        steps ? 'None.' : 'Not read: your role may not see them.',
    ),
    two(
        part(
            'Checks due',
            (row?.checks ?? []).map(one =>
                element('li', { class: one.overdue && !one.paused ? 'overdue' : '' }, dueWords(one)),
            ),
            row ? 'None.' : NO_ROW,
        ),
        part('Open alerts', alerts.map(alertLine)),
    ),
];

const alertLine = ({ title, priority, raisedAt, acknowledgedBy }) =>
    line(
        `${title}, ${priority} priority, raised ${moment(raisedAt)} (${distance(raisedAt)}), ` +
            (acknowledgedBy ? `${acknowledgedBy} has it` : 'nobody has it'),
    );

const part = (title, items, otherwise = 'None.', kind = '') =>
    element(
        'section',
        {},
        element('h3', {}, title),
        items.length > 0 ? element('ul', { class: kind }, items) : element('p', { class: 'quiet' }, otherwise),
    );

const line = text => element('li', {}, text);

const changeLine = ({ at, syndrome, grade, previous }) =>
    line(
        `${moment(at)}: ${gradeSentence(syndrome.toUpperCase(), grade)} ` +
            `(before: ${isKnown(previous) ? previous : gradeWord(previous)})`,
    );

const entryLine = one =>
    line(`${moment(one.effectiveAt)}: ${sentence(one)}${one.enteredBy ? ` (${one.enteredBy})` : ''}`);

/** Both shifts sign on paper. */
const signatures = () =>
    element(
        'div',
        { class: 'signatures' },
        ['Handed over by', 'Taken over by'].map(words => element('p', {}, words, element('span'))),
    );

const foot = ({ grade, who }) =>
    element(
        'p',
        { class: 'small quiet' },
        `Graded by ${grade.ruleSet} as of ${dayAndClock(grade.at)}. Printed by ${who.username}. ` +
            'Vigil is a secondary alarm: look at the patient.',
    );
