// Pauses of checks, each with a reason and an end.

import { post, remove, step } from './api.js';
import { attempt, tryForm } from './attempt.js';
import { choice, pick, text, textOf } from './check/fields.js';
import { timeField, timeOf } from './check/time-field.js';
import { element } from './element.js';
import { words } from './phrases.js';
import { localInput, moment, now } from './time.js';
import { spoken, spokenWithin } from './words.js';

const SAYS = words.pauses;

const HOUR = 3_600_000;
const REASONS = ['refused', 'asleep', 'procedure', 'off-ward', 'other'];

/** @param checks the words of the checks that may be paused */
export function pauseForm(episodeId, checks, done) {
    const form = element(
        'form',
        { 'aria-label': SAYS.form },
        element(
            'div',
            { class: 'grid' },
            pick('check', SAYS.check, checks),
            timeField('until', SAYS.until, { value: localInput(new Date(now() + 4 * HOUR)) }),
        ),
        choice('reason', SAYS.why, REASONS),
        text('note', SAYS.note, { required: false }),
        element('button', { class: 'primary' }, SAYS.pause),
    );
    return tryForm(form, async data => {
        const { check, until } = await post(`/v1/episodes/${step(episodeId)}/pauses`, {
            check: data.get('check'),
            reason: data.get('reason'),
            note: textOf(data, 'note'),
            until: timeOf(data, 'until'),
        });
        await done();
        return SAYS.paused(spoken(check), moment(until));
    });
}

/** A current pause, with the button that ends it. */
export const standing = ({ id, check, reason, note, until, pausedBy }, episodeId, done) =>
    element(
        'li',
        { class: 'buttons' },
        SAYS.standing(spoken(check), moment(until), pausedBy, `${spokenWithin(reason)}${note ? `, ${note}` : ''}`),
        element(
            'button',
            {
                type: 'button',
                'aria-label': SAYS.endOf(spoken(check)),
                onclick: () =>
                    attempt(async () => {
                        await remove(`/v1/episodes/${step(episodeId)}/pauses/${step(id)}`);
                        await done();
                        return SAYS.ended(spoken(check));
                    }),
            },
            SAYS.end,
        ),
    );
