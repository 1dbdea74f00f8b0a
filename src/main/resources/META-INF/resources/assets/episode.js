// The episode of a patient: one infusion and its monitoring period.

import { list } from './api.js';

const YEARS_OF_ICE = 12;

/** The patient's active episode, else the latest. */
export async function activeEpisode(patientId) {
    const mine = (await list('/v1/episodes')).filter(episode => episode.patientId === patientId);
    return mine.find(({ status }) => status === 'active') ?? mine[0];
}

/** Which neuro tool this patient is tested with: as the service grades, by age at infusion. */
export function toolOf({ birthDate, infusedAt, baseline }) {
    return baseline?.developmentalDelay || years(birthDate, infusedAt) < YEARS_OF_ICE ? 'capd' : 'ice';
}

function years(birthDate, at) {
    const [born, then] = [new Date(birthDate), new Date(at)];
    const before = [then.getMonth() - born.getMonth(), then.getDate() - born.getDate()];
    return then.getFullYear() - born.getFullYear() - (before[0] < 0 || (before[0] === 0 && before[1] < 0) ? 1 : 0);
}
