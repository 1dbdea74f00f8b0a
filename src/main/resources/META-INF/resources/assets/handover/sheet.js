// The sheet of one patient for the next shift, in the order of SBAR: situation, background, assessment,
// recommendation. Every value has its time and its age.

import { byUrgency } from '../alert-card.js';
import { get, list, step } from '../api.js';
import { asKnown, byTime, charted, gradeHistory, historyAsKnown } from '../charted.js';
import { dueWords } from '../due.js';
import { element } from '../element.js';
import { gradeSentence, gradeWord, isKnown } from '../grade.js';
import { shown } from '../number.js';
import { displayName, identifiers, outpatient, sinceInfusion } from '../person.js';
import { translated } from '../phrase-book.js';
import { words } from '../phrases.js';
import { atTheBedside } from '../session.js';
import { dayAndClock, distance, moment, now } from '../time.js';
import { treatmentFacts } from '../treatment-facts.js';
import { valueLines } from '../values.js';
import { assessed, courseOf, shortWhy } from '../why.js';
import { sentence } from '../words.js';

const said = words.handover;
const HOUR = 3_600_000;
const TREATMENTS = ['oxygen-therapy', 'vasopressor', 'fluid-bolus', 'medication'];

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
    element('h2', {}, said.situation),
    situation(told),
    element('h2', {}, said.background),
    background(told),
    element('h2', {}, said.assessment),
    assessment(told),
    element('h2', {}, said.recommendation),
    recommendation(told),
    signatures(),
    foot(told),
];

const head = ({ episode, grade, hours }) =>
    element(
        'header',
        {},
        element('h1', {}, said.of(episode.bed, displayName(episode))),
        identifiers(episode),
        element('p', {}, said.hours(hours, dayAndClock(grade.at))),
    );

const situation = ({ grade, changes }) => [
    element('section', { class: 'pair' }, shortWhy('CRS', grade.crs), shortWhy('ICANS', grade.icans)),
    two(element('div', {}, courseOf(grade.crs)), part(said.changes, changes.map(changeLine), said.noChange)),
];

const background = ({ episode, grade, given, treatments, lately }) => [
    part(said.therapy, [
        line(said.infusionOf(sinceInfusion(grade), [episode.product, episode.indication].filter(Boolean).join(', '))),
        outpatient(episode) && element('li', {}, said.outpatient(outpatient(episode), moment(episode.outpatientSince))),
        line(said.baseline(baseline(episode))),
    ]),
    part(
        said.given,
        treatmentFacts({ episode, observations: given, treatments }).map(([name, text]) => line(`${name}: ${text}`)),
        said.none,
        'short',
    ),
    two(
        part(said.treatments, lately.filter(({ kind }) => TREATMENTS.includes(kind)).map(entryLine)),
        part(
            said.checks,
            lately.filter(({ kind }) => !TREATMENTS.includes(kind) && kind !== 'retraction').map(entryLine),
        ),
    ),
];

/** Beside each other, if there is room. */
const two = (...parts) => element('div', { class: 'two' }, parts);

function baseline({ baseline: known = {} }) {
    const told = Object.entries(said.baselineFields)
        .filter(([field]) => known[field] !== undefined)
        .map(([field, say]) => say(shown(known[field])));
    if (known.developmentalDelay) told.push(said.developmentalDelay);
    return told.length > 0 ? told.join(', ') : said.notKnown;
}

const assessment = ({ grade, row }) => [
    part(said.values, row ? valueLines(row).map(line) : [], noneOf(row), 'short'),
    two(assessed('CRS', grade.crs), assessed('ICANS', grade.icans)),
];

/** What stands in place of a part that nobody read: "None." would say that there is nothing. */
const noneOf = row => (row ? said.none : said.notOnBoard);

const recommendation = ({ row, steps, alerts }) => [
    part(
        said.steps,
        (steps ?? []).map(({ text, since }) => line(said.step(text, moment(since), distance(since)))),
        steps ? said.none : said.notAllowed,
    ),
    two(
        part(
            said.due,
            (row?.checks ?? []).map(one =>
                element('li', { class: one.overdue && !one.paused ? 'overdue' : '' }, dueWords(one)),
            ),
            noneOf(row),
        ),
        part(said.alerts, alerts.map(alertLine)),
    ),
];

const alertLine = ({ title, priority, raisedAt, acknowledgedBy }) =>
    line(
        said.alertSaid(
            translated(title),
            words.frame.priorities[priority],
            moment(raisedAt),
            distance(raisedAt),
            acknowledgedBy ? said.hasIt(acknowledgedBy) : said.nobodyHasIt,
        ),
    );

const part = (title, items, otherwise = said.none, kind = '') =>
    element(
        'section',
        {},
        element('h3', {}, title),
        items.length > 0 ? element('ul', { class: kind }, items) : element('p', { class: 'quiet' }, otherwise),
    );

const line = text => element('li', {}, text);

const changeLine = ({ at, syndrome, grade, previous }) =>
    line(
        said.change(
            moment(at),
            gradeSentence(syndrome.toUpperCase(), grade),
            isKnown(previous) ? previous : gradeWord(previous),
        ),
    );

const entryLine = one =>
    line(`${moment(one.effectiveAt)}: ${sentence(one)}${one.enteredBy ? ` (${one.enteredBy})` : ''}`);

/** Both shifts sign on paper. */
const signatures = () =>
    element(
        'div',
        { class: 'signatures' },
        [said.handedOver, said.takenOver].map(title => element('p', {}, title, element('span'))),
    );

const foot = ({ grade, who }) =>
    element('p', { class: 'small quiet' }, said.foot(grade.ruleSet, dayAndClock(grade.at), who.username));
