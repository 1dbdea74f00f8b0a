// The vasopressors that run, and those that stopped lately: what is charted wrongly is put right here.

import { get, list, step } from '../api.js';
import { element } from '../element.js';
import { words } from '../phrases.js';
import { moment, now } from '../time.js';
import { sentence, spoken } from '../words.js';
import { entryCorrection } from './entry.js';

const LATELY = 48 * 3_600_000;
const ENDS = ['stopped', 'paused'];

const said = words.correct.infusions;

/** The agents that run, if the board knows the patient, and their ends of the last two days. */
export async function readInfusions({ patientId, ward }) {
    const from = new Date(now() - LATELY).toISOString();
    const [board, charted] = await Promise.all([
        get(`/v1/wards/${step(ward)}/board`, { patientId }),
        list(`/v1/patients/${step(patientId)}/observations`, { kind: 'vasopressor', from }),
    ]);
    return {
        running: board.items[0]?.vasopressors,
        ended: charted.filter(({ action, retractedAt }) => ENDS.includes(action) && !retractedAt),
    };
}

/** @param correct how an entry is corrected, as in the list of entries */
export const infusions = ({ running, ended }, correct) => [
    element(
        'ul',
        { class: 'plain' },
        running === undefined && element('li', {}, said.notKnown),
        running?.length === 0 && element('li', {}, said.none),
        running?.map(({ agent, since }) =>
            element(
                'li',
                {},
                element('p', {}, said.runs(spoken(agent), moment(since))),
                element(
                    'div',
                    { class: 'buttons' },
                    element('a', { class: 'button', href: ending(correct.checkPage, agent) }, said.wasStopped),
                ),
            ),
        ),
        ended.map(one =>
            element(
                'li',
                { 'data-observation': one.id },
                element('p', {}, said.ended(sentence(one), moment(one.effectiveAt), one.enteredBy ?? said.unknown)),
                entryCorrection(one, correct, said.ends[one.action]),
            ),
        ),
    ),
    element('p', { class: 'quiet' }, said.neverRan),
];

/** The form of the check, filled in with the end of an agent. */
const ending = (checkPage, agent) => `${checkPage}?${new URLSearchParams({ agent, action: 'stopped' })}#vasopressor`;
