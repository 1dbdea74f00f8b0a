// The way to the infusion on a patient's page: the lines of the journeys, or the stations of the admission.

import { get, patiently, Refused, step } from './api.js';
import { element, show } from './element.js';
import { stationLine } from './journey/line.js';
import { journeyPath } from './journey/row.js';
import { keepsJourneys } from './session.js';
import { dateAndClock, dayAndClock } from './time.js';
import { spoken } from './words.js';

export async function showJourney(place, episode, who) {
    show(place, admitted(episode));
    const journeys = keepsJourneys(who) ? await patiently(() => journeysOf(episode.patientId)) : [];
    if (journeys.length === 0) return;
    const led = journeys.some(({ row }) => row.episodeId === episode.id);
    show(place, journeys.map(journey), !led && admitted(episode));
}

/** Emergency access opens no journey. */
async function journeysOf(patientId) {
    try {
        return (await get(`/v1/patients/${step(patientId)}/journey`)).journeys;
    } catch (failure) {
        if (failure instanceof Refused) return [];
        throw failure;
    }
}

const journey = ({ row, stations }) =>
    element(
        'div',
        { class: 'patient-journey' },
        element(
            'p',
            {},
            element('a', { class: 'button', href: journeyPath(row.id) }, `Journey of ${row.product}`),
            ` ${spoken(row.state)} since ${dateAndClock(row.since)}`,
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
                ` ${[startedAt, endedAt].filter(Boolean).map(dayAndClock).join(' to ')}`,
                note && `. ${note}`,
            ),
        ),
        !infused && element('li', {}, element('strong', {}, 'Infusion'), ` of ${product} ${dayAndClock(infusedAt)}`),
    );
}
