// The vasopressors that run, and those that stopped lately: what is charted wrongly is put right here.

import { get, list, step } from '../api.js';
import { element } from '../element.js';
import { moment, now } from '../time.js';
import { sentence, spoken } from '../words.js';
import { entryCorrection } from './entry.js';

const LATELY = 48 * 3_600_000;
const WORDS = {
    stopped: { withdraw: 'It was not stopped: withdraw this', anew: 'It stopped at another time' },
    paused: { withdraw: 'It was not paused: withdraw this', anew: 'It was paused at another time' },
};

/** The agents that run, if the board knows the patient, and their ends of the last two days. */
export async function readInfusions({ patientId, ward }) {
    const from = new Date(now() - LATELY).toISOString();
    const [board, charted] = await Promise.all([
        get(`/v1/wards/${step(ward)}/board`, { patientId }),
        list(`/v1/patients/${step(patientId)}/observations`, { kind: 'vasopressor', from }),
    ]);
    return {
        running: board.items[0]?.vasopressors,
        ended: charted.filter(({ action, retractedAt }) => action in WORDS && !retractedAt),
    };
}

/** @param correct how an entry is corrected, as in the list of entries */
export const infusions = ({ running, ended }, correct) => [
    element(
        'ul',
        { class: 'plain' },
        running === undefined && element('li', {}, 'Not known: the patient is not on the board of this ward.'),
        running?.length === 0 && element('li', {}, 'No vasopressor is charted as running.'),
        running?.map(({ agent, since }) =>
            element(
                'li',
                {},
                element('p', {}, `${spoken(agent)} runs since ${moment(since)}.`),
                element(
                    'div',
                    { class: 'buttons' },
                    element('a', { class: 'button', href: ending(correct.checkPage, agent) }, 'It was stopped …'),
                ),
            ),
        ),
        ended.map(one =>
            element(
                'li',
                { 'data-observation': one.id },
                element('p', {}, `${sentence(one)}, ${moment(one.effectiveAt)} by ${one.enteredBy ?? 'unknown'}.`),
                entryCorrection(one, correct, WORDS[one.action]),
            ),
        ),
    ),
    element('p', { class: 'quiet' }, 'If it never ran, withdraw its start under “Who did what”.'),
];

/** The form of the check, filled in with the end of an agent. */
const ending = (checkPage, agent) => `${checkPage}?${new URLSearchParams({ agent, action: 'stopped' })}#vasopressor`;
