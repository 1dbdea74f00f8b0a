// The charted data of a patient. Vital signs are read thinned, and once more those that people entered on the pages.

import { get, list, step } from './api.js';
import { isFromAPage } from './check/outbox.js';

const KINDS = [
    'oxygen-therapy',
    'vasopressor',
    'fluid-bolus',
    'medication',
    'neuro-check',
    'seizure',
    'neuro-finding',
    'lab-result',
    'attribution',
    'crs-course',
    'transfusion',
    'culture',
    'disease-event',
    'weight',
    'syndrome-assessment',
    'grade-confirmation',
    'home-check',
    'retraction',
    'death',
];

/** All entries, oldest first, with `at` in milliseconds. */
export async function charted(patientId, span = {}) {
    const path = `/v1/patients/${step(patientId)}/observations`;
    const kinds = await Promise.all(KINDS.map(kind => list(path, { kind, ...span })));
    return kinds
        .flat()
        .map(one => ({ ...one, at: Date.parse(one.effectiveAt) }))
        .sort((one, other) => one.at - other.at);
}

/** Among so many newest readings those that somebody entered on a page are listed. */
const NEWEST = 300;

/** The order of entries, oldest first. */
export const byTime = (one, other) => Date.parse(one.effectiveAt) - Date.parse(other.effectiveAt);

/** The vital signs that people entered on the pages, as far as the newest readings reach; with `at`. */
export async function vitalsByHand(patientId) {
    const path = `/v1/patients/${step(patientId)}/observations`;
    const newest = await list(path, { kind: 'vital-signs' }, NEWEST);
    return newest.filter(({ id }) => isFromAPage(id)).map(one => ({ ...one, at: Date.parse(one.effectiveAt) }));
}

/** The entries that had been received by then and were not withdrawn yet. */
export const asKnown = (observations, knownAt) =>
    observations.filter(
        ({ receivedAt, retractedAt }) =>
            (!knownAt || receivedAt <= knownAt) && !(retractedAt && (!knownAt || retractedAt <= knownAt)),
    );

/** The history of grades as known now, or as known at `knownAt`, with `at` in milliseconds. */
export async function gradeHistory(patientId) {
    const entries = await list(`/v1/patients/${step(patientId)}/grades`);
    return entries.map(entry => ({ ...entry, at: Date.parse(entry.at) }));
}

export const historyAsKnown = (history, knownAt) =>
    history.filter(
        ({ knownAt: told, supersededAt }) =>
            (!knownAt || told <= knownAt) && !(supersededAt && (!knownAt || supersededAt <= knownAt)),
    );

/** The vital signs by field, thinned by the service with their extremes kept. */
export async function vitals(patientId, { from, to }, points) {
    const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), points };
    const { items } = await get(`/v1/patients/${step(patientId)}/trends`, query);
    return Object.fromEntries(
        items.map(({ parameter, points: told }) => [
            parameter,
            told.map(point => ({ ...point, at: Date.parse(point.at) })),
        ]),
    );
}
