// The episode of a patient: one infusion and its monitoring period.

import { get, patiently, step } from './api.js';

const YEARS_OF_ICE = 12;

/** The patient's active episode, or else the latest. */
export const currentEpisode = patientId =>
    patiently(async () => {
        const { episodeId } = await get(`/v1/patients/${step(patientId)}/grade`);
        return get(`/v1/episodes/${step(episodeId)}`);
    });

/** The neurological tool for this patient, by the age at infusion, as in the service's grading. */
export function toolOf({ birthDate, infusedAt, baseline }) {
    return baseline?.developmentalDelay || years(birthDate, infusedAt) < YEARS_OF_ICE ? 'capd' : 'ice';
}

function years(birthDate, at) {
    const [born, then] = [new Date(birthDate), new Date(at)];
    const before = [then.getMonth() - born.getMonth(), then.getDate() - born.getDate()];
    return then.getFullYear() - born.getFullYear() - (before[0] < 0 || (before[0] === 0 && before[1] < 0) ? 1 : 0);
}
