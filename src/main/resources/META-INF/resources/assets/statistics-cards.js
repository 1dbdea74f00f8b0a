// How many alerts a ward had and how soon they were answered, in numbers, pictures and tables.

import { bars } from './chart/bars.js';
import { columns, dayLines } from './chart/days.js';
import { fixed } from './decimals.js';
import { element } from './element.js';
import { words } from './phrases.js';
import { span } from './time.js';
import { alertType } from './words.js';

const SAYS = words.statistics;

const PRIORITIES = ['high', 'medium', 'low'];
const SECONDS_OF_A_MINUTE = 60;
const PERCENT = 100;
const KEYS = PRIORITIES.map(kind => ({ kind, name: SAYS.priorities[kind] }));
const WAITS = [
    { kind: 'line-0', name: SAYS.median },
    { kind: 'line-1', name: SAYS.ninetyWithin },
];

/**
 * @param whole the statistics of the period
 * @param days `{name, told}`: the statistics of each of its days, oldest first
 */
export function cards(whole, days) {
    const types = Object.entries(whole.byType).sort(([, one], [, other]) => other - one);
    return [
        numbers(whole),
        card(
            SAYS.byType,
            bars(
                SAYS.alertsByType,
                SAYS.perPatientDay,
                types.map(type => row(whole, type, 'all')),
            ),
            [
                [SAYS.type, SAYS.alerts, SAYS.perPatientDayHead],
                types.map(([type, number]) => [alertType(type), number, perPatientDay(number, whole)]),
            ],
        ),
        card(SAYS.byPriority, bars(SAYS.alertsByPriority, SAYS.perPatientDay, byPriority(whole)), [
            [SAYS.priority, SAYS.alerts, SAYS.perPatientDayHead],
            PRIORITIES.map(priority => [priority, countOf(whole, priority)]).map(([priority, number]) => [
                SAYS.priorities[priority],
                number,
                perPatientDay(number, whole),
            ]),
        ]),
        daily(days),
    ];
}

const numbers = whole =>
    element(
        'dl',
        { class: 'numbers' },
        number(SAYS.alertsPerPatientDay, decimals(whole.alertsPerPatientDay), SAYS.alertCount(whole.alerts)),
        number(SAYS.answered, share(whole), SAYS.answeredOf(whole.acknowledged, whole.alerts)),
        number(SAYS.timeToAnswer, wait(whole, 'median'), SAYS.ninetyWithinTime(wait(whole, 'p90'))),
        number(SAYS.escalated, `${whole.escalated}`, SAYS.numberPerPatientDay(perPatientDay(whole.escalated, whole))),
    );

const number = (name, value, more) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value, element('span', { class: 'more' }, more)));

const card = (title, picture, [heads, rows]) =>
    element(
        'section',
        { class: 'card', 'aria-label': title },
        picture,
        element('div', { class: 'scroll table', tabindex: 0, role: 'region', 'aria-label': SAYS.asTable(title) }, [
            tableOf(heads, rows),
        ]),
    );

const tableOf = (heads, rows) =>
    element(
        'table',
        {},
        element(
            'thead',
            {},
            element(
                'tr',
                {},
                heads.map((head, index) => element('th', { scope: 'col', class: index > 0 && 'number' }, head)),
            ),
        ),
        element(
            'tbody',
            {},
            rows.map(([name, ...cells]) =>
                element(
                    'tr',
                    {},
                    element('th', { scope: 'row' }, name),
                    cells.map(cell => element('td', { class: 'number' }, cell)),
                ),
            ),
        ),
    );

const row = (whole, [name, value], kind) => ({
    name: alertType(name),
    value: value / (whole.patientDays || 1),
    words: perPatientDay(value, whole),
    kind,
});

const byPriority = whole =>
    PRIORITIES.map(priority => ({
        ...row(whole, [priority, countOf(whole, priority)], priority),
        name: SAYS.priorities[priority],
    }));

function daily(days) {
    const alerts = days.map(({ name, told }) => ({
        name,
        parts: PRIORITIES.map(kind => ({ kind, value: countOf(told, kind) })),
    }));
    const escalated = days.map(({ name, told }) => ({ name, parts: [{ kind: 'all', value: told.escalated }] }));
    const waits = days.map(({ name, told }) => ({
        name,
        parts: [
            { kind: 'line-0', value: minutes(told, 'median') },
            { kind: 'line-1', value: minutes(told, 'p90') },
        ],
    }));
    const pictures = element(
        'div',
        { class: 'pictures' },
        columns(SAYS.alertsOfDays, SAYS.unitPriority, alerts, KEYS),
        dayLines(SAYS.timeOfDays, SAYS.inMinutes, waits, WAITS),
        columns(SAYS.escalatedOfDays, '', escalated, [{ kind: 'all', name: SAYS.escalatedKey }]),
    );
    const section = card(SAYS.dayByDay, pictures, [
        [
            SAYS.day,
            SAYS.patientDays,
            ...Object.values(SAYS.priorities),
            SAYS.perPatientDayHead,
            SAYS.answered,
            SAYS.medianHead,
            SAYS.ninetyHead,
            SAYS.escalated,
        ],
        days
            .toReversed()
            .map(({ name, told }) => [
                name,
                decimals(told.patientDays),
                ...PRIORITIES.map(priority => countOf(told, priority)),
                decimals(told.alertsPerPatientDay),
                share(told),
                wait(told, 'median'),
                wait(told, 'p90'),
                told.escalated,
            ]),
    ]);
    section.classList.add('whole-width');
    return section;
}

const countOf = ({ byPriority: numbersOf }, priority) => numbersOf[priority] ?? 0;

const perPatientDay = (count, { patientDays }) => (patientDays > 0 ? decimals(count / patientDays) : '–');

/** Two digits behind the point below ten, one above. */
export const decimals = value =>
    value === null || value === undefined ? '–' : fixed(value, value !== 0 && Math.abs(value) < 10 ? 2 : 1);

const share = ({ notActedOnShare }) =>
    typeof notActedOnShare === 'number' ? `${Math.round((1 - notActedOnShare) * PERCENT)} %` : '–';

function wait({ secondsToAcknowledge: seconds }, which) {
    const value = seconds[which];
    if (typeof value !== 'number') return '–';
    return value < SECONDS_OF_A_MINUTE ? `${Math.round(value)} s` : span(value * 1000);
}

function minutes({ secondsToAcknowledge: seconds }, which) {
    const value = seconds[which];
    return typeof value === 'number' ? Number((value / SECONDS_OF_A_MINUTE).toFixed(1)) : undefined;
}
