// Seizures. One that goes on is entered at once, so that it is graded from its beginning; the form then shows a clock.

import { Refused, Unreachable } from '../api.js';
import { element } from '../element.js';
import { keep } from '../keep.js';
import { localInput, moment, now } from '../time.js';
import { spoken } from '../words.js';
import { choice, claimOf, enable, number, numberOf, yesOrNo } from './fields.js';
import { timeOf } from './time-field.js';

const MINUTE = 60_000;
/** From here on a seizure is a status epilepticus. */
const PROLONGED = 5 * MINUTE;
const ENDED = 'Not sent: this seizure has been ended or withdrawn already. The form shows what is known now.';

/**
 * @param log the seizures of the episode
 * @param page what the form asks of its page: `record` enters observations at once, `finish` does so if the form still
 *     fits, `offer` shows this form again
 * @param another whether one is entered beside the one that goes on
 */
export function seizureForm(log, page, another = false) {
    const { running, last } = log.state;
    const lastOne = element('div', {});
    const tellLast = () => keep(lastOne, log.state.last, () => log.state.last && lastCard(log.state.last, page));
    tellLast();
    const form = running && !another ? goesOn(running, page) : begins({ running, last }, page);
    form.node.append(lastOne);
    return {
        ...form,
        entered: entries => {
            entries.filter(({ kind }) => kind === 'seizure').forEach(entry => log.add(entry));
            tellLast();
        },
        /** Whether the form no longer fits what is known. */
        pulse: async () => {
            await log.read();
            tellLast();
            return log.state.running?.id !== running?.id || Boolean(log.state.last) !== Boolean(last);
        },
        /** That the seizure that is to be ended has ended already. Without an answer, nobody knows better. */
        outdated: async () => {
            if (!form.ends) return undefined;
            await log.read().catch(failure => {
                if (!(failure instanceof Unreachable || failure instanceof Refused)) throw failure;
            });
            return log.state.running?.id !== running.id && ENDED;
        },
    };
}

/** The form for a seizure that was entered wrongly: nothing else is known of the log. */
export const seizureAnew = () => begins({}, undefined);

/** A seizure that goes on or is over. */
function begins({ running, last }, page) {
    const length = element(
        'div',
        {},
        number('durationMinutes', 'How long, minutes (if known)', { required: false }),
        yesOrNo('returnedToBaseline', 'Back to baseline since', { required: false }),
    );
    enable(length, false);
    const course = choice(
        'resolved',
        last || running ? 'Another one since' : 'The seizure',
        [
            ['false', 'Still going on'],
            ['true', 'It is over'],
        ],
        { hint: 'One that still goes on is graded at once. This page then shows how long, and asks when it stops.' },
    );
    course.addEventListener('change', ({ target }) => {
        enable(length, target.value === 'true');
    });
    return {
        node: element(
            'div',
            {},
            running &&
                element(
                    'p',
                    { class: 'warning' },
                    `Another seizure goes on since ${moment(running.effectiveAt)}. `,
                    element('button', { type: 'button', onclick: () => page.offer() }, 'Back to it'),
                ),
            course,
            choice('type', 'Seen how', [
                ['clinical', 'Clinically'],
                ['electrographic', 'On the EEG only'],
            ]),
            length,
        ),
        timeLabel: 'When it began (now if left out)',
        read: data => {
            const over = claimOf(data, 'resolved');
            return {
                kind: 'seizure',
                type: data.get('type'),
                durationMinutes: over ? numberOf(data, 'durationMinutes') : undefined,
                resolved: over,
                returnedToBaseline: over ? claimOf(data, 'returnedToBaseline') : undefined,
            };
        },
    };
}

function goesOn(running, page) {
    const back = yesOrNo('returnedToBaseline', 'Back to baseline', {
        required: false,
        hint: 'Can be told later.',
    });
    const begun = Date.parse(running.effectiveAt);
    /** A field tells minutes, so an end in the minute of the beginning may look earlier than it. */
    const stopped = (data, told) => {
        const at = Math.max(told, begun + 1);
        return {
            kind: 'seizure',
            type: running.type,
            durationMinutes: minutes(at - begun),
            resolved: true,
            returnedToBaseline: claimOf(data, 'returnedToBaseline'),
            effectiveAt: new Date(at).toISOString(),
        };
    };
    return {
        node: element(
            'div',
            {},
            element(
                'section',
                { class: 'warning', 'aria-label': 'A seizure goes on' },
                element('p', {}, `${spoken(running.type)} seizure since ${moment(running.effectiveAt)}`),
                stopwatch(running.effectiveAt),
                element(
                    'button',
                    {
                        type: 'button',
                        class: 'primary save',
                        onclick: ({ target }) => {
                            target.disabled = true;
                            page.finish([stopped(new FormData(target.form), now())]);
                        },
                    },
                    'Stopped now',
                ),
            ),
            back,
            element('p', { class: 'quiet' }, 'If it stopped earlier: say when, and save.'),
            element('button', { type: 'button', onclick: () => page.offer(true) }, 'Enter another seizure'),
        ),
        ends: true,
        timeLabel: 'When it stopped (now if left out)',
        earliest: localInput(new Date(begun)),
        read: data => stopped(data, timeOf(data, 'at') ? Date.parse(timeOf(data, 'at')) : now()),
    };
}

/** Cut and not rounded: 4 min 59 s are not 5 min. */
const minutes = length => Math.floor((length / MINUTE) * 100) / 100;

/**
 * The last seizure that is over. Whether the patient came back to baseline after it decides how the next one is graded,
 * and is often known only later.
 */
function lastCard(last, page) {
    const told = [
        `${spoken(last.type)} seizure`,
        last.durationMinutes === undefined ? 'length not known' : `${last.durationMinutes} min`,
        moment(last.effectiveAt),
    ];
    const answer = (returned, words) =>
        element(
            'button',
            {
                type: 'button',
                onclick: () => page.record([answered(last, returned), withdrawn(last)], undefined, { chained: true }),
            },
            words,
        );
    return element(
        'section',
        { class: 'card', 'aria-label': 'The last seizure' },
        element('p', {}, element('strong', {}, 'The last one: '), told.join(', ')),
        last.returnedToBaseline === undefined
            ? [
                  element('p', {}, 'Was the patient back to baseline after it?'),
                  element('div', { class: 'buttons' }, answer(true, 'Back to baseline'), answer(false, 'Not back')),
              ]
            : element('p', {}, `${last.returnedToBaseline ? 'Back' : 'Not back'} to baseline after it.`),
    );
}

/** The same record with its answer. The first one is withdrawn only when it is applied, so that no grade falls. */
const answered = ({ type, durationMinutes, effectiveAt }, returnedToBaseline) => ({
    kind: 'seizure',
    type,
    durationMinutes,
    resolved: true,
    returnedToBaseline,
    effectiveAt,
});

const withdrawn = ({ id, sender }) => ({
    kind: 'retraction',
    observationId: id,
    sender,
    reason: 'Entered again with the return to baseline',
});

const stopwatch = since => tick(element('p', { class: 'stopwatch', role: 'timer', 'data-since': since }));

function tick(node) {
    const length = Math.max(0, now() - Date.parse(node.dataset.since));
    const seconds = Math.floor((length / 1000) % 60);
    const long = length > PROLONGED;
    node.textContent =
        `${Math.floor(length / MINUTE)}:${`${seconds}`.padStart(2, '0')} min` +
        `${long ? ', longer than 5 min: status epilepticus' : ''}`;
    node.classList.toggle('bad', long);
    return node;
}

setInterval(() => document.querySelectorAll('.stopwatch').forEach(tick), 1000);
