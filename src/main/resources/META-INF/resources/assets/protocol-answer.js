// The form that answers a row of the hospital's protocol.

import { tryForm } from './attempt.js';
import { choice, pick, text, textOf } from './check/fields.js';
import { timeField, timeOf } from './check/time-field.js';
import { element } from './element.js';
import { words } from './phrases.js';

const said = words.protocolAnswer;
const LONGEST = 400;
const REASONS = ['already-done', 'contraindicated', 'goals-of-care', 'other-cause', 'physician-decides', 'other'];
const NEED_TEXT = ['physician-decides', 'other'];

/** @param send called with the answer; returns once it is stored and shown */
export function answerForm({ row }, send) {
    const outcome = element('div', { role: 'status' });
    const fields = {
        done: timeField('at', said.done, { required: false }),
        planned: timeField('until', said.planned),
        declined: pick('reason', said.declined, REASONS),
    };
    const note = text('text', said.note, { required: false, maxlength: LONGEST });
    const form = element(
        'form',
        { 'aria-label': said.form(row) },
        choice('answer', said.answer, Object.keys(fields)),
        Object.values(fields),
        note,
        element('button', { class: 'primary' }, said.save),
    );
    const adapt = () => {
        const answer = new FormData(form).get('answer');
        Object.entries(fields).forEach(([one, field]) => offer(field, one === answer));
        note.querySelector('input').required = NEED_TEXT.includes(new FormData(form).get('reason'));
    };
    form.addEventListener('change', adapt);
    adapt();
    const fold = element('details', {}, element('summary', {}, said.open), form);
    tryForm(
        form,
        async data => {
            await send(answerOf(data));
            fold.open = false;
            form.reset();
            adapt();
        },
        outcome,
    );
    return [fold, outcome];
}

function offer(field, offered) {
    field.hidden = !offered;
    field.querySelector('input, select').disabled = !offered;
}

function answerOf(data) {
    return {
        answer: data.get('answer'),
        at: timeOf(data, 'at'),
        until: timeOf(data, 'until'),
        reason: data.get('reason') || undefined,
        text: textOf(data, 'text'),
    };
}
