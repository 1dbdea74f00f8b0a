// A patient's page: the grades with their reasons, the course, the alerts, and who did what.

import { get, list, post, step } from './api.js';
import { showAlerts } from './alert-list.js';
import { asKnown, byTime, charted, gradeHistory, historyAsKnown, vitals, vitalsByHand } from './charted.js';
import { enter, onOutbox } from './check/outbox.js';
import { fresh } from './contact.js';
import { contextCard } from './context-card.js';
import { offerCorrections } from './correct/corrections.js';
import { drawCourse } from './course.js';
import { showDone } from './done.js';
import { doseFacts } from './doses.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame, onAlert } from './frame.js';
import { keep, timeless } from './keep.js';
import { part, unfold } from './part.js';
import { header } from './patient-header.js';
import { pauseForm, standing } from './pauses.js';
import { showJourney } from './patient-journey.js';
import { patientOfPage, patientPath } from './person.js';
import { words } from './phrases.js';
import { every } from './poll.js';
import { openSteps, protocolCard } from './protocol-card.js';
import { offerRanges } from './ranges.js';
import { atTheBedside, attributes } from './session.js';
import { showWriting } from './story.js';
import { moment, now } from './time.js';
import { offerTravel } from './travel.js';
import { treatmentFacts } from './treatment-facts.js';
import { why } from './why.js';

const PULSE = 5_000;
const COURSE_PULSE = 30_000;
const BESIDE_PULSE = 60_000;
const POINTS = 700;
const MOST_ALERTS = 200;
const patientId = patientOfPage();
const path = `/v1/patients/${step(patientId)}`;
let travel = {};
let range;
let known;
let refreshCorrections = () => {};
/** What the header shows: the grades, the row of the board, and the facts about the treatment. */
let head = {};

const reading = currentEpisode(patientId);
const who = await frame({ keepsFresh: true });
const episode = await orEmergency(reading, patientId, who);
document.title = words.patient.pageOf(episode.bed);

const refresh = every(PULSE, () => Promise.all([drawGrade(), drawAlerts(), drawPauses(), refreshCorrections()]));
const refreshCourse = every(COURSE_PULSE, drawAll);
const refreshFacts = every(COURSE_PULSE, part(byId('doses'), readFacts, drawFacts));
const beside = atTheBedside(who) ? [protocol(), context()] : [];
const refreshBeside = every(BESIDE_PULSE, () => Promise.all(beside.map(read => read())));
const changed = () => Promise.all([refresh().then(readBeside), refreshCourse(), refreshFacts()]);

show(byId('course'), element('div', { id: 'ranges' }), element('div', { id: 'chart' }));
offerRanges(byId('ranges'), episode.infusedAt, chosen => {
    range = chosen;
    refreshCourse();
});
offerTravel(episode.infusedAt, times => {
    travel = times;
    clearFacts();
    changed();
});
showJourney(byId('journey'), episode, who);
if (atTheBedside(who)) refreshCorrections = offerCorrections(episode, correct(), changed);
onAlert((event, alert) => (event === 'reset' || alert.patientId === patientId) && changed());
onOutbox(changed);
addEventListener('resize', () => known && draw());
unfold();
// At first also after the course, which is looked at first.
Promise.all([refresh(), refreshCourse(), refreshFacts()]).then(readBeside);

/** What stands beside the grades is read after them, and nobody waits for it. */
function readBeside() {
    refreshBeside();
}

function context() {
    byId('context-section').hidden = false;
    return part(byId('context'), () => get(`${path}/context`, travel), contextCard());
}

function protocol() {
    const answer = async (instance, given) => {
        await post(`${path}/prompts/${step(instance)}/answer`, given);
        await refreshBeside();
    };
    const draw = protocolCard(answer, () => episode.status === 'active' && !travel.at && !travel.knownAt);
    return part(
        byId('protocol'),
        () => get(`${path}/prompts`, travel),
        (place, prompts) => {
            byId('protocol-section').hidden = prompts.table === null;
            byId('protocol-open').textContent = openSteps(prompts);
            if (prompts.table !== null) draw(place, prompts);
        },
    );
}

async function drawGrade() {
    const times = travel;
    const [
        grade,
        {
            items: [row],
        },
    ] = await Promise.all([get(`${path}/grade`, times), get(`/v1/wards/${step(episode.ward)}/board`, { patientId })]);
    // Somebody looks at another time by now, which is read next.
    if (times !== travel) return;
    const shown = timeless(grade);
    keep(byId('crs'), shown.crs, () => why('CRS', grade.crs));
    keep(byId('icans'), shown.icans, () => why('ICANS', grade.icans));
    if (atTheBedside(who) && row)
        keep(
            byId('pause'),
            row.checks.map(({ check }) => check),
            () =>
                pauseForm(
                    episode.id,
                    row.checks.map(({ check }) => check),
                    changed,
                ),
        );
    byId('pause-section').hidden = !row;
    head = { ...head, grade, row };
    drawHeader();
    fresh();
}

function drawHeader() {
    const { grade, row, facts } = head;
    if (!grade) return;
    keep(byId('who'), [timeless(grade), row && timeless(row), facts], () => header({ episode, ...head, who }));
}

/** The facts about the treatment have a reading of their own: a failure of another one leaves them as they are. */
async function readFacts() {
    const times = travel;
    const [treatments, medications, weights] = await Promise.all([
        get(`${path}/treatments`, times),
        list(`${path}/observations`, { kind: 'medication' }),
        list(`${path}/observations`, { kind: 'weight' }),
    ]);
    return { times, treatments, observations: [...medications, ...weights].sort(byTime), readAt: now() };
}

function drawFacts(place, { times, treatments, observations, readAt }) {
    if (times !== travel) return;
    show(place, doseFacts(treatments));
    const told = treatmentFacts({ episode, observations: asSeen(observations, times), treatments });
    head.facts = [...told, [words.patient.readAt, moment(readAt)]];
    drawHeader();
}

/** Beside the grade of another time the facts would be wrong. */
function clearFacts() {
    show(byId('doses'));
    head.facts = undefined;
    drawHeader();
}

async function drawPauses() {
    const { items: pauses } = await get(`/v1/episodes/${step(episode.id)}/pauses`);
    const current = pauses.filter(({ until, endedAt }) => !endedAt && Date.parse(until) > now());
    keep(byId('pauses'), current, () => current.map(one => standing(one, episode.id, changed)));
}

async function drawAlerts() {
    const alerts = await list('/v1/alerts', { patientId }, MOST_ALERTS);
    const more = { mayAnswer: atTheBedside(who), done: changed, here: true };
    showAlerts(
        byId('alerts'),
        alerts.filter(({ state }) => state !== 'resolved'),
        more,
    );
    showAlerts(
        byId('resolved'),
        alerts.filter(({ state }) => state === 'resolved'),
        more,
    );
    byId('no-alerts').hidden = alerts.length > 0;
}

async function drawAll() {
    const span = range();
    const [series, history, alerts, observations, byHand] = await Promise.all([
        vitals(patientId, span, POINTS),
        gradeHistory(patientId),
        list('/v1/alerts', { patientId }, MOST_ALERTS),
        charted(patientId),
        vitalsByHand(patientId),
    ]);
    known = { span, observations, history, series };
    draw();
    showWriting(byId('writing'), observations, episode.infusedAt);
    showDone(byId('done'), {
        observations: [...observations, ...byHand],
        history,
        alerts,
        infusedAt: episode.infusedAt,
        correct: atTheBedside(who) && correct(),
    });
}

/** The entries up to the time that is looked at, as they were known then. */
function asSeen(observations, { at, knownAt }) {
    return asKnown(observations, knownAt).filter(({ effectiveAt }) => !at || Date.parse(effectiveAt) <= Date.parse(at));
}

function draw() {
    const { span, observations, history, series } = known;
    if (byId('chart').querySelector('details[open]')) return;
    drawCourse(byId('chart'), {
        span,
        observations: asKnown(observations, travel.knownAt),
        history: historyAsKnown(history, travel.knownAt),
        vitals: series,
    });
}

function correct() {
    return { withdraw, checkPage: patientPath(patientId, '/check'), physician: attributes(who) };
}

function withdraw({ id, sender }, reason) {
    return enter(who.username, {
        patientId,
        kind: 'retraction',
        effectiveAt: new Date(now()).toISOString(),
        observationId: id,
        sender,
        reason,
    });
}
