// A summary of the course in plain language, for the patient and the referring doctor. After a death it is a sheet for
// the record, which speaks to nobody.

import { get, step } from './api.js';
import { asKnown, charted, gradeHistory, historyAsKnown } from './charted.js';
import { byId, element, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { displayName, identifiers, patientOfPage } from './person.js';
import { words } from './phrases.js';
import { date, dayAndClock, span } from './time.js';
import { spoken } from './words.js';

const said = words.summary;
const HOUR = 3_600_000;

const patientId = patientOfPage();
const who = await frame();
const episode = await orEmergency(currentEpisode(patientId), patientId, who);
document.title = said.titleOf(episode.bed);
show(
    byId('options'),
    element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'primary', onclick: () => print() }, words.frame.print),
    ),
);
const [grade, history, all] = await Promise.all([
    get(`/v1/patients/${step(patientId)}/grade`),
    gradeHistory(patientId),
    charted(patientId),
]);
const death = asKnown(all).findLast(({ kind, effectiveAt }) => kind === 'death' && effectiveAt >= episode.infusedAt);

function draw(changes, observations) {
    show(
        byId('sheet'),
        element(
            'header',
            {},
            element('h1', {}, death ? said.forTheRecord : said.forThePatient),
            element('p', {}, element('strong', {}, `${displayName(episode)} `), identifiers(episode)),
        ),
        element(
            'section',
            {},
            element('h2', {}, said.treatment),
            element('p', {}, received(date(episode.infusedAt), episode.product, episode.indication) + stay()),
        ),
        element(
            'section',
            {},
            element('h2', {}, said.happened),
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
            element('h2', {}, death ? said.given : said.youWereGiven),
            list(treatments(observations), said.nothingGiven),
        ),
        !death && atHome(),
        element(
            'section',
            {},
            element('h2', {}, said.doctor),
            list(numbers(changes)),
            episode.dischargeNote && element('p', {}, episode.dischargeNote),
        ),
        element('p', { class: 'small quiet' }, said.foot(grade.ruleSet, grade.policyVersion, dayAndClock(grade.at))),
    );
}

/** After a death the sheet speaks to nobody. */
const received = (...told) => (death ? said.patientReceived : said.youReceived)(...told);

const atHome = () =>
    element(
        'section',
        {},
        element('h2', {}, said.atHome),
        element('p', {}, said.call),
        list(said.watch),
        element('p', {}, said.stayNear),
    );

const stay = () => (death ? said.death(dayAndClock(death.effectiveAt), causeOf(death)) : watched());

const causeOf = ({ cause }) => (cause === 'other' ? said.otherCause : said.cause(spoken(cause)));

const watched = () =>
    episode.endedAt
        ? said.watched(span(Date.parse(episode.endedAt) - Date.parse(episode.infusedAt)), date(episode.endedAt))
        : said.stillWatched;

function told(syndrome, changes) {
    const { name, meaning } = said.syndromes[syndrome];
    const peak = grade[syndrome].peak;
    if (!peak) return element('p', {}, said.notJudged(name));
    if (peak.grade === 0) return element('p', {}, notSeen(name, meaning, notJudged(changes)));
    const end = changes.findLast((change, index) => change.grade === 0 && changes[index - 1]?.grade > 0);
    return element(
        'p',
        {},
        said.highest(name, meaning, said.degrees[peak.grade], dayAndClock(peak.at)) +
            (death ? '' : outcome(grade[syndrome].grade, end)),
    );
}

const outcome = (now, end) => (now === 0 ? said.gone(end && dayAndClock(end.at)) : said.notGone);

/** What was not measured was not seen: the hours without a grade belong to the sentence. */
const notSeen = (name, meaning, length) =>
    length < HOUR ? said.notSeen(name, meaning) : said.notSeenAsFar(name, meaning, span(length));

/** How long a syndrome could not be graded, in milliseconds. */
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
    return length;
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
        ...[...drugs].map(([drug, given]) => said.drug(spoken(drug), given.length, dayAndClock(given[0].at))),
        boluses.length > 0 && said.fluids(boluses.length),
        pressors.size > 0 && said.pressors([...pressors].map(spoken).join(', ')),
        oxygen.size > 0 && said.oxygen([...oxygen].map(spoken).join(', ')),
    ].filter(Boolean);
}

const numbers = changes =>
    ['crs', 'icans'].map(syndrome => {
        const peak = grade[syndrome].peak;
        const course = changes
            .filter(change => change.syndrome === syndrome)
            .map(({ at, grade: to }) => said.then(to ?? said.notGradable, dayAndClock(at)));
        const highest = peak ? said.peak(peak.grade, dayAndClock(peak.at)) : said.noPeak;
        return said.course(spoken(syndrome), highest, course.join(', ') || said.noChange);
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
