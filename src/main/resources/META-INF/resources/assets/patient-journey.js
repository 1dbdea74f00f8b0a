// The way to the infusion on a patient's page: the lines of the journeys, or the stations of the admission.

import { get, patiently, Refused, step } from './api.js';
import { element, show } from './element.js';
import { stationLine } from './journey/line.js';
import { journeyPath } from './journey/row.js';
import { words } from './phrases.js';
import { keepsJourneys } from './session.js';
import { dateAndClock, dayAndClock } from './time.js';
import { spoken } from './words.js';

const SAYS = words.patientJourney;
const NO_JOURNEY = { journeys: [], unreadable: [] };

export async function showJourney(place, episode, who) {
    show(place, admitted(episode));
    const { journeys, unreadable } = keepsJourneys(who)
        ? await patiently(() => journeysOf(episode.patientId))
        : NO_JOURNEY;
    if (journeys.length + unreadable.length === 0) return;
    const led = journeys.some(({ row }) => row.episodeId === episode.id);
    show(place, unreadable.map(unreadableJourney), journeys.map(journey), !led && admitted(episode));
}

/** Emergency access opens no journey. */
async function journeysOf(patientId) {
    try {
        return await get(`/v1/patients/${step(patientId)}/journey`);
    } catch (failure) {
        if (failure instanceof Refused) return NO_JOURNEY;
        throw failure;
    }
}

const unreadableJourney = ({ id, unreadable }) =>
    element(
        'div',
        { class: 'patient-journey', 'data-journey': id },
        element('p', { class: 'bad' }, SAYS.unreadable(unreadable)),
    );

const journey = ({ row, stations }) =>
    element(
        'div',
        { class: 'patient-journey' },
        element(
            'p',
            {},
            element('a', { class: 'button', href: journeyPath(row.id) }, SAYS.journeyOf(row.product)),
            SAYS.state(spoken(row.state), dateAndClock(row.since)),
        ),
        stationLine(stations),
    );

/** The stations that the patient was admitted with. */
function admitted({ journey: stations = [], infusedAt, product }) {
    const infused = stations.some(({ phase }) => phase === 'infusion');
    return element(
        'ol',
        {},
        stations.map(({ phase, startedAt, endedAt, note }) =>
            element(
                'li',
                {},
                element('strong', {}, spoken(phase)),
                ` ${SAYS.between([startedAt, endedAt].filter(Boolean).map(dayAndClock))}`,
                note && `. ${note}`,
            ),
        ),
        !infused &&
            element('li', {}, element('strong', {}, SAYS.infusion), SAYS.infused(product, dayAndClock(infusedAt))),
    );
}
