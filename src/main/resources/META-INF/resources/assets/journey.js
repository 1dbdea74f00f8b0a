// A journey before the infusion: stations, checks, readiness, custody, the infusion record, and the facts.

import { get, patiently, step } from './api.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { bedsideForm, readingLine } from './journey/bedside.js';
import { checkLine, obstacles } from './journey/checks.js';
import { custodyForm, custodyTable } from './journey/custody.js';
import { offerFacts } from './journey/facts.js';
import { journeyHeader } from './journey/header.js';
import { historyLine } from './journey/history.js';
import { infusionForm, infusionRecord, refusal } from './journey/infusion.js';
import { intervalTable } from './journey/intervals.js';
import { stationLine } from './journey/line.js';
import { offerReadiness } from './journey/readiness.js';
import { stateLine, stepForms } from './journey/state.js';
import { keep } from './keep.js';
import { displayName } from './person.js';
import { words } from './phrases.js';
import { every } from './poll.js';
import { atTheBedside } from './session.js';
import { now } from './time.js';

const PULSE = 5_000;
const id = decodeURIComponent(location.pathname.split('/')[2]);
const MINUTE = 60_000;
const path = `/v1/journeys/${step(id)}`;

const who = await frame({ keepsFresh: true });
const refresh = every(PULSE, draw);
const custody = custodyForm(path, refresh);
show(byId('custody-form'), custody.node);
const readiness = offerReadiness(byId('readiness'), path, who, refresh);
const facts = offerFacts(byId('facts'), path, who, refresh);
await patiently(draw);

async function draw() {
    const journey = await get(path);
    const { row } = journey;
    document.title = words.journey.titleOf(displayName(row));
    keep(byId('who'), [row, journey.facts.birthDate, journey.begunAs], () => journeyHeader(journey, who));
    keep(byId('line'), [journey.stations, Math.floor(now() / MINUTE)], () => stationLine(journey.stations));
    keep(byId('intervals'), journey.intervals, () => intervalTable(journey.intervals));
    keep(byId('checks'), journey.checks, () => journey.checks.map(checkLine));
    keep(byId('states'), journey.states, () => journey.states.map(stateLine));
    keep(byId('steps'), [journey.states, standing(journey) !== undefined], () =>
        stepForms(journey, path, standing(journey) !== undefined, refresh),
    );
    readiness(journey);
    drawBedside(journey);
    keep(byId('custody'), [journey.custody, journey.facts.identity?.bagIds], () =>
        custodyTable(journey.custody, custody.correct),
    );
    custody.follow(journey);
    facts(journey);
    keep(byId('history'), journey.history, () => journey.history.toReversed().map(historyLine));
    fresh();
}

/** The infusion whose admission was not voided. */
function standing({ infusions }) {
    return infusions.find(({ stands }) => stands);
}

/** Readings and the infusion are recorded by the staff at the bed, before the infusion. */
function drawBedside(journey) {
    const offered = atTheBedside(who) && standing(journey) === undefined;
    keep(byId('readings'), journey.identityReadings, () =>
        journey.identityReadings.length === 0
            ? element('li', { class: 'quiet' }, words.journey.unread)
            : journey.identityReadings.map(readingLine),
    );
    keep(byId('bedside'), offered, () => (offered ? bedsideForm(path, refresh) : []));
    keep(byId('infusions'), journey.infusions, () =>
        journey.infusions.map(record => infusionRecord(record, journey.row.patientId, atTheBedside(who))),
    );
    keep(byId('refusal'), [obstacles(journey), standing(journey) !== undefined], () => refusal(journey));
    const ready = offered && journey.row.state === 'ready';
    keep(byId('infusion'), ready, () => (ready ? infusionForm(journey, path, refresh) : []));
}
