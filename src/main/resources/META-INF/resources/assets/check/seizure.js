// Seizures. One that goes on is entered at once, so that it is graded from its beginning; the form then shows a clock.

import { Refused, Unreachable } from '../api.js';
import { element } from '../element.js';
import { keep } from '../keep.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { localInput, moment, now } from '../time.js';
import { choice, claimOf, enable, number, numberOf, yesOrNo } from './fields.js';
import { timeOf } from './time-field.js';

const MINUTE = 60_000;
/** From here on a seizure is a status epilepticus. */
const PROLONGED = 5 * MINUTE;

const said = words.check.seizure;

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
            return log.state.running?.id !== running.id && said.ended;
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
        number('durationMinutes', said.length, { required: false }),
        yesOrNo('returnedToBaseline', said.backSince, { required: false }),
    );
    enable(length, false);
    const course = choice(
        'resolved',
        last || running ? said.titleOfAnother : said.title,
        [
            ['false', said.goesOn],
            ['true', said.over],
        ],
        { hint: said.how },
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
                    `${said.anotherSince(moment(running.effectiveAt))} `,
                    element('button', { type: 'button', onclick: () => page.offer() }, said.backToIt),
                ),
            course,
            choice('type', said.seen, [
                ['clinical', said.types.clinical],
                ['electrographic', said.types.electrographic],
            ]),
            length,
        ),
        timeLabel: said.began,
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
    const back = yesOrNo('returnedToBaseline', said.back, {
        required: false,
        hint: said.canBeLater,
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
                { class: 'warning', 'aria-label': said.running },
                element('p', {}, said.since(said.kinds[running.type], moment(running.effectiveAt))),
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
                    said.stoppedNow,
                ),
            ),
            back,
            element('p', { class: 'quiet' }, said.stoppedEarlier),
            element('button', { type: 'button', onclick: () => page.offer(true) }, said.another),
        ),
        ends: true,
        timeLabel: said.stopped,
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
        said.kinds[last.type],
        last.durationMinutes === undefined ? said.noLength : `${shown(last.durationMinutes)} min`,
        moment(last.effectiveAt),
    ];
    const answer = (returned, label) =>
        element(
            'button',
            {
                type: 'button',
                onclick: () => page.record([answered(last, returned), withdrawn(last)], undefined, { chained: true }),
            },
            label,
        );
    return element(
        'section',
        { class: 'card', 'aria-label': said.last },
        element('p', {}, element('strong', {}, `${said.lastOne} `), told.join(', ')),
        last.returnedToBaseline === undefined
            ? [
                  element('p', {}, said.wasBack),
                  element('div', { class: 'buttons' }, answer(true, said.back), answer(false, said.notBack)),
              ]
            : element('p', {}, last.returnedToBaseline ? said.wasBackSaid : said.wasNotBackSaid),
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
    reason: said.reason,
});

const stopwatch = since => tick(element('p', { class: 'stopwatch', role: 'timer', 'data-since': since }));

function tick(node) {
    const length = Math.max(0, now() - Date.parse(node.dataset.since));
    const seconds = Math.floor((length / 1000) % 60);
    const long = length > PROLONGED;
    node.textContent =
        `${Math.floor(length / MINUTE)}:${`${seconds}`.padStart(2, '0')} min` + (long ? said.status : '');
    node.classList.toggle('bad', long);
    return node;
}

setInterval(() => document.querySelectorAll('.stopwatch').forEach(tick), 1000);
