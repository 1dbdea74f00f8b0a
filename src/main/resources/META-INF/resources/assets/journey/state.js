// The states of a journey, and the steps to another one. The service decides whether a step is possible.

import { patch } from '../api.js';
import { pick, text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { words } from '../phrases.js';
import { dateAndClock } from '../time.js';
import { spoken } from '../words.js';
import { savingForm } from './saving.js';
import { LINE } from './words.js';

const said = words.journeyState;
const DEVIATIONS = ['out-of-specification', 'failed'];
const AFTER_INFUSION = ['infused', 'monitored', 'closed'];
const INTERRUPTIONS = ['on-hold', 'cancelled'];
const CAUSES = ['progression', 'infection', 'organ', 'product', 'patient', 'death'];

export const stateLine = ({ state, at, by, reason, reviewAt, cause }) =>
    element(
        'li',
        {},
        element('strong', {}, spoken(state)),
        `, ${dateAndClock(at)}, ${by}`,
        cause && said.cause(spoken(cause)),
        reason && said.reasonWas(reason),
        reviewAt && said.review(dateAndClock(reviewAt)),
    );

/** @param infused whether an infusion stands */
export function stepForms({ states }, path, infused, after) {
    const here = states.at(-1).state;
    const inLine = states.findLast(({ state }) => !INTERRUPTIONS.includes(state)).state;
    const steps = LINE.filter(to => possible(here, inLine, to, infused));
    const interruptible = !AFTER_INFUSION.includes(here) && here !== 'cancelled';
    return [
        steps.length > 0 && stepForm(steps, to => reasoned(here, inLine, to), path, after),
        interruptible && holdForm(here, path, after),
        interruptible && cancelForm(path, after),
    ];
}

const position = state => LINE.indexOf(state);

/** What the service would refuse anyway is not offered. */
function possible(here, inLine, to, infused) {
    if (here === 'cancelled') return to === inLine && to !== 'infused';
    if (to === 'infused' || (to === inLine && here === inLine)) return false;
    const [wasAfter, isAfter] = [inLine, to].map(state => AFTER_INFUSION.includes(state));
    if (wasAfter || isAfter) return wasAfter === isAfter || (wasAfter && !infused);
    if (DEVIATIONS.includes(inLine)) return ['in-manufacture', 'released', ...DEVIATIONS].includes(to);
    return !DEVIATIONS.includes(to) || inLine === 'in-manufacture' || position(to) < position(inLine);
}

/** A step back needs a reason; after a cancellation any step does. */
const reasoned = (here, inLine, to) =>
    here === 'cancelled' || (position(to) < position(inLine) && !DEVIATIONS.includes(inLine));

const reasonField = required => text('reason', said.reason, { required, maxlength: 2000 });
const atField = () => timeField('at', words.journey.at, { required: false });

const step = (path, data, to) =>
    patch(path, {
        state: {
            to,
            at: timeOf(data, 'at'),
            reason: textOf(data, 'reason'),
            reviewAt: timeOf(data, 'reviewAt'),
            cause: textOf(data, 'cause'),
        },
    });

const folded = (title, form) => element('details', {}, element('summary', {}, title), form);

function stepForm(steps, needsReason, path, after) {
    const to = pick('to', said.next, steps);
    const reason = reasonField(false);
    const list = to.querySelector('select');
    const [label, input] = [reason.querySelector('span'), reason.querySelector('input')];
    list.addEventListener('change', () => {
        input.required = list.value !== '' && needsReason(list.value);
        label.textContent = input.required ? said.reasonNeeded : said.reason;
    });
    return folded(
        said.takeNext,
        savingForm({
            label: said.next,
            button: said.take,
            fields: element('div', { class: 'grid' }, to, atField(), reason),
            save: async data => {
                await step(path, data, data.get('to'));
            },
            after,
        }),
    );
}

const holdForm = (here, path, after) =>
    folded(
        here === 'on-hold' ? said.changeHold : said.putOnHold,
        savingForm({
            label: said.hold,
            button: said.putOnHold,
            fields: element('div', { class: 'grid' }, reasonField(true), timeField('reviewAt', said.reviewAt)),
            save: async data => {
                await step(path, data, 'on-hold');
            },
            after,
        }),
    );

const cancelForm = (path, after) =>
    folded(
        said.cancel,
        savingForm({
            label: said.cancellation,
            button: said.cancel,
            kind: 'danger',
            fields: element('div', { class: 'grid' }, pick('cause', said.causeField, CAUSES), reasonField(false)),
            save: async data => {
                await step(path, data, 'cancelled');
            },
            after,
        }),
    );
