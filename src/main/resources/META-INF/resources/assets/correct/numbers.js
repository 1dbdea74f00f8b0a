// The numbers of one patient: two that were one patient are joined, and a merge that was wrong is undone.

import { address, get, post, Refused, remove, step } from '../api.js';
import { text, textOf } from '../check/fields.js';
import { element } from '../element.js';
import { words } from '../phrases.js';
import { calendarDay, dateAndClock, moment } from '../time.js';
import { telling } from './telling.js';

const LONGEST = 2000;
const NOT_THERE = 404;

const said = words.correct.numbers;

export const readNumbers = ({ patientId }) => get(mergeOf(patientId));

export const numbers = ({ numbers: all, merges }, { patientId }, done) => [
    element('p', {}, said.all(all)),
    merges.filter(({ takenBackAt }) => !takenBackAt).map(one => apart(one, done)),
    merges.filter(({ takenBackAt }) => takenBackAt).map(undone),
    joined(patientId, done),
];

function apart({ old, into, by, reason, mergedAt }, done) {
    const form = element(
        'form',
        { 'aria-label': said.apart(old) },
        element('h3', {}, said.apart(old)),
        element(
            'p',
            {},
            mergedAt
                ? said.merged({ old, into, when: moment(mergedAt), by, reason })
                : said.notMerged({ old, into, by, reason }),
        ),
        text('reason', said.whyTwo, { maxlength: LONGEST }),
    );
    return telling(form, said.undo, {
        consequence: async () => `${await holder(old, justBefore(mergedAt))} ${said.undoes(old)}`,
        act: async data => {
            await remove(address(mergeOf(old), { reason: textOf(data, 'reason') }));
            return said.areTwo(old, into);
        },
        done,
    });
}

const undone = ({ old, takenBackAt, takenBackBy, takenBackReason }) =>
    element(
        'p',
        { class: 'quiet' },
        said.undone({ old, when: moment(takenBackAt), by: takenBackBy, reason: takenBackReason }),
    );

function joined(patientId, done) {
    const form = element(
        'form',
        { 'aria-label': said.another },
        element('h3', {}, said.another),
        text('old', said.other, { maxlength: 64 }),
        text('reason', said.how, { maxlength: LONGEST }),
    );
    return telling(form, said.join, {
        consequence: async data => {
            const old = textOf(data, 'old');
            return `${await holder(old)} ${said.joins(old, patientId)}`;
        },
        act: async data => {
            const old = textOf(data, 'old');
            await post(mergeOf(old), { into: patientId, reason: textOf(data, 'reason') });
            return said.areOne(old, patientId);
        },
        done,
    });
}

/** "p-7 is Ada Ward, born 2 April 1968, bed 12 (hematology)." */
async function holder(number, knownAt) {
    try {
        const { episodeId } = await get(`/v1/patients/${step(number)}/grade`, { knownAt });
        const { name, birthDate, bed, ward, status, endedAt } = await get(`/v1/episodes/${step(episodeId)}`);
        return said.holder({
            number,
            name,
            born: born(birthDate),
            bed,
            ward,
            ended: status === 'ended' && dateAndClock(endedAt),
            isVoided: status === 'voided',
        });
    } catch (failure) {
        if (failure instanceof Refused && failure.status === NOT_THERE) return said.nobody(number);
        throw failure;
    }
}

/** When two numbers were still two patients. */
const justBefore = mergedAt => mergedAt && new Date(Date.parse(mergedAt) - 1).toISOString();

/** For some patients only the year or the month is known. */
export const born = birthDate => (birthDate.length < 10 ? said.about(birthDate) : calendarDay(birthDate));

const mergeOf = number => `/v1/patients/${step(number)}/merge`;
