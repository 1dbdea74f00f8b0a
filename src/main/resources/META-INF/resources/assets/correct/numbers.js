// The numbers of one patient: two that were one patient are joined, and a merge that was wrong is undone.

import { address, get, post, remove, step } from '../api.js';
import { text, textOf } from '../check/fields.js';
import { element } from '../element.js';
import { moment } from '../time.js';
import { telling } from './telling.js';

const LONGEST = 2000;

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
            `${old} is read as ${into}${mergedAt ? ` since ${moment(mergedAt)}` : ' soon'}, by ${by}: ${reason}`,
        ),
        text('reason', 'Why they are two patients', { maxlength: LONGEST }),
    );
    return telling(form, 'Undo the merge', {
        consequence: async () =>
            `All records of ${old}, from before the merge and since, belong to ${old} again. ` +
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
            `All records of ${textOf(data, 'old')} are read as those of ${patientId}: grades, course, treatments, ` +
            'alerts and devices. CRS and ICANS are graded again from the infusion on. Both wards get an alert. ' +
            'It can be undone here.',
        act: async data => {
            const old = textOf(data, 'old');
            await post(mergeOf(old), { into: patientId, reason: textOf(data, 'reason') });
            return `${old} and ${patientId} are one patient.`;
        },
        done,
    });
}

const mergeOf = number => `/v1/patients/${step(number)}/merge`;
