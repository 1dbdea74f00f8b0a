// The numbers of one patient: two that were one patient are joined, and a merge that was wrong is undone.

import { address, get, post, Refused, remove, step } from '../api.js';
import { text, textOf } from '../check/fields.js';
import { element } from '../element.js';
import { calendarDay, dateAndClock, moment } from '../time.js';
import { telling } from './telling.js';

const LONGEST = 2000;
const NOT_THERE = 404;

export const readNumbers = ({ patientId }) => get(mergeOf(patientId));

export const numbers = ({ numbers: all, merges }, { patientId }, done) => [
    element('p', {}, `Numbers of this patient: ${all.join(', ')}.`),
    merges.filter(({ takenBackAt }) => !takenBackAt).map(one => apart(one, done)),
    merges.filter(({ takenBackAt }) => takenBackAt).map(undone),
    joined(patientId, done),
];

function apart({ old, into, by, reason, mergedAt }, done) {
    const form = element(
        'form',
        { 'aria-label': `${old} is another patient` },
        element('h3', {}, `${old} is another patient`),
        element(
            'p',
            {},
            mergedAt
                ? `${old} is read as ${into} since ${moment(mergedAt)}, by ${by}: ${reason}`
                : `${old} is not read as ${into} yet: the merge is not done. Asked by ${by}: ${reason}`,
        ),
        text('reason', 'Why they are two patients', { maxlength: LONGEST }),
    );
    return telling(form, 'Undo the merge', {
        consequence: async () =>
            `${await holder(old, justBefore(mergedAt))} All records of ${old}, from before the merge and since, ` +
            `belong to ${old} again. ` +
            'CRS and ICANS of both patients are graded again from their infusions on. Both wards get an alert.',
        act: async data => {
            await remove(address(mergeOf(old), { reason: textOf(data, 'reason') }));
            return `${old} and ${into} are two patients again.`;
        },
        done,
    });
}

const undone = ({ old, takenBackAt, takenBackBy, takenBackReason }) =>
    element('p', { class: 'quiet' }, `${old}: undone ${moment(takenBackAt)} by ${takenBackBy}: ${takenBackReason}`);

function joined(patientId, done) {
    const form = element(
        'form',
        { 'aria-label': 'Another number is this patient' },
        element('h3', {}, 'Another number is this patient'),
        text('old', 'The other number', { maxlength: 64 }),
        text('reason', 'How you know', { maxlength: LONGEST }),
    );
    return telling(form, 'Join the numbers', {
        consequence: async data =>
            `${await holder(textOf(data, 'old'))} All records of ${textOf(data, 'old')} are read as those of ` +
            `${patientId}: grades, course, treatments, alerts and devices. ` +
            'CRS and ICANS are graded again from the infusion on. Both wards get an alert. ' +
            'It can be undone here.',
        act: async data => {
            const old = textOf(data, 'old');
            await post(mergeOf(old), { into: patientId, reason: textOf(data, 'reason') });
            return `${old} and ${patientId} are one patient.`;
        },
        done,
    });
}

/** "p-7 is Ada Ward, born 2 April 1968, bed 12 (hematology)." */
async function holder(number, knownAt) {
    try {
        const { episodeId } = await get(`/v1/patients/${step(number)}/grade`, { knownAt });
        const { name, birthDate, bed, ward, status, endedAt } = await get(`/v1/episodes/${step(episodeId)}`);
        const facts = [
            `${number} is ${name ?? 'a patient without a name'}`,
            `born ${born(birthDate)}`,
            `bed ${bed} (${ward})`,
            status === 'ended' && `stay ended ${dateAndClock(endedAt)}`,
            status === 'voided' && 'admitted in error',
        ];
        return `${facts.filter(Boolean).join(', ')}.`;
    } catch (failure) {
        if (failure instanceof Refused && failure.status === NOT_THERE)
            return `Nobody whom you may see is admitted under ${number}.`;
        throw failure;
    }
}

/** When two numbers were still two patients. */
const justBefore = mergedAt => mergedAt && new Date(Date.parse(mergedAt) - 1).toISOString();

/** For some patients only the year or the month is known. */
export const born = birthDate => (birthDate.length < 10 ? `about ${birthDate}` : calendarDay(birthDate));

const mergeOf = number => `/v1/patients/${step(number)}/merge`;
