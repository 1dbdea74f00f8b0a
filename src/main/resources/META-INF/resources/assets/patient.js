// A patient's page: the grades and why, the course, the alerts, who did what.

import { get, list, post, step } from './api.js';
import { showAlerts } from './alert-list.js';
import { asKnown, charted, gradeHistory, historyAsKnown, vitals } from './charted.js';
import { fresh } from './contact.js';
import { drawCourse } from './course.js';
import { showDone } from './done.js';
import { byId, element, show } from './element.js';
import { activeEpisode } from './episode.js';
import { frame, onAlert } from './frame.js';
import { header } from './patient-header.js';
import { patientOfPage } from './person.js';
import { every } from './poll.js';
import { offerRanges } from './ranges.js';
import { atTheBedside } from './session.js';
import { showJourney, showWriting } from './story.js';
import { offerTravel } from './travel.js';
import { why } from './why.js';
import { enter, onOutbox, sendFor } from './check/outbox.js';

const PULSE = 5_000;
const COURSE_PULSE = 30_000;
const POINTS = 700;
const MOST_ALERTS = 200;
const patientId = patientOfPage();
const path = `/v1/patients/${step(patientId)}`;
let travel = {};
let range;

const who = await frame({ keepsFresh: true });
const episode = await activeEpisode(patientId);
document.title = `Bed ${episode.bed} – Vigil`;

const refresh = every(PULSE, () => Promise.all([drawGrade(), drawAlerts()]));
const refreshCourse = every(COURSE_PULSE, drawAll);
const changed = () => Promise.all([refresh(), refreshCourse()]);

show(byId('course'), element('div', { id: 'ranges' }), element('div', { id: 'chart' }));
offerRanges(byId('ranges'), episode.infusedAt, chosen => { range = chosen; drawAll(); });
offerTravel(episode.infusedAt, times => { travel = times; drawGrade(); drawAll(); });
showJourney(byId('journey'), episode);
onAlert((event, alert) => (event === 'reset' || alert.patientId === patientId) && changed());
onOutbox(changed);
sendFor(who.username);
addEventListener('resize', () => known && draw());
changed();

async function drawGrade() {
    const grade = await get(`${path}/grade`, travel);
    show(byId('crs'), why('CRS', grade.crs));
    show(byId('icans'), why('ICANS', grade.icans));
    show(byId('who'), await header(episode, grade, who));
    fresh();
}

async function drawAlerts() {
    const alerts = await list('/v1/alerts', { patientId }, MOST_ALERTS);
    const more = { mayAnswer: atTheBedside(who), done: changed, here: true };
    showAlerts(byId('alerts'), alerts.filter(({ state }) => state !== 'resolved'), more);
    showAlerts(byId('resolved'), alerts.filter(({ state }) => state === 'resolved'), more);
    byId('no-alerts').hidden = alerts.length > 0;
}

let known;

async function drawAll() {
    const span = range();
    const [observations, history, series] = await Promise.all([charted(patientId), gradeHistory(patientId), vitals(patientId, span, POINTS)]);
    known = { span, observations, history, series };
    draw();
    showWriting(byId('writing'), observations, episode.infusedAt);
    showDone(byId('done'), { observations, history, infusedAt: episode.infusedAt, withdraw: atTheBedside(who) && withdraw });
}

function draw() {
    const { span, observations, history, series } = known;
    if (byId('chart').querySelector('details[open]')) return;
    drawCourse(byId('chart'), { span, observations: asKnown(observations, travel.knownAt), history: historyAsKnown(history, travel.knownAt), vitals: series });
}

const withdraw = ({ id }, reason) =>
    enter(who.username, { patientId, kind: 'retraction', effectiveAt: new Date().toISOString(), observationId: id, reason });
