// Pauses of checks, each with a reason and an end.

import { post, remove, step } from './api.js';
import { attempt, tryForm } from './attempt.js';
import { choice, pick, text, textOf } from './check/fields.js';
import { timeField, timeOf } from './check/time-field.js';
import { element } from './element.js';
import { localInput, moment, now } from './time.js';
import { spoken } from './words.js';

const HOUR = 3_600_000;
const REASONS = ['refused', 'asleep', 'procedure', 'off-ward', 'other'];

/** @param checks the words of the checks that may be paused */
export function pauseForm(episodeId, checks, done) {
    const form = element(
        'form',
        { 'aria-label': 'Pause a check' },
        element(
            'div',
            { class: 'grid' },
            pick('check', 'Check', checks),
            timeField('until', 'Until (24 h at most)', { value: localInput(new Date(now() + 4 * HOUR)) }),
        ),
        choice('reason', 'Why', REASONS),
        text('note', 'Note (needed for “other”)', { required: false }),
        element('button', { class: 'primary' }, 'Pause'),
    );
    return tryForm(form, async data => {
        const { check, until } = await post(`/v1/episodes/${step(episodeId)}/pauses`, {
            check: data.get('check'),
            reason: data.get('reason'),
            note: textOf(data, 'note'),
            until: timeOf(data, 'until'),
        });
        await done();
        return `${spoken(check)} is paused until ${moment(until)}.`;
    });
}

/** A current pause, with the button that ends it. */
export const standing = ({ id, check, reason, note, until, pausedBy }, episodeId, done) =>
    element(
        'li',
        { class: 'buttons' },
        `${spoken(check)} paused until ${moment(until)} by ${pausedBy}: ` +
            `${spoken(reason).toLowerCase()}${note ? `, ${note}` : ''}`,
        element(
            'button',
            {
                type: 'button',
                'aria-label': `End the pause of ${spoken(check)}`,
                onclick: () =>
                    attempt(async () => {
                        await remove(`/v1/episodes/${step(episodeId)}/pauses/${step(id)}`);
                        await done();
                        return `The pause of ${spoken(check)} has ended.`;
                    }),
            },
            'End it',
        ),
    );
