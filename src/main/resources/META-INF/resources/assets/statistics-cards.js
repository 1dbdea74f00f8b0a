// How many alerts a ward had and how soon they were answered, in numbers, pictures and tables.

import { bars } from './chart/bars.js';
import { columns, dayLines } from './chart/days.js';
import { element } from './element.js';
import { span } from './time.js';
import { alertType, counted } from './words.js';

const PRIORITIES = ['high', 'medium', 'low'];
const SECONDS_OF_A_MINUTE = 60;
const PERCENT = 100;
const KEYS = PRIORITIES.map(kind => ({ kind, name: kind }));
const WAITS = [
    { kind: 'line-0', name: 'median' },
    { kind: 'line-1', name: '90 % answered within' },
];

/**
 * @param whole the statistics of the period
 * @param days `{name, told}`: the statistics of each of its days, oldest first
 */
export function cards(whole, days) {
    const types = Object.entries(whole.byType).sort(([, one], [, other]) => other - one);
    return [
        numbers(whole),
        card('By type', bars('Alerts by type', 'per patient-day', types.map(type => row(whole, type, 'all'))), [
            ['Type', 'Alerts', 'Per patient-day'],
            types.map(([type, number]) => [alertType(type), number, perPatientDay(number, whole)]),
        ]),
        card('By priority', bars('Alerts by priority', 'per patient-day', byPriority(whole)), [
            ['Priority', 'Alerts', 'Per patient-day'],
            PRIORITIES.map(priority => [priority, countOf(whole, priority)]).map(([priority, number]) => [
                priority,
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
        number('Alerts per patient-day', decimals(whole.alertsPerPatientDay), counted(whole.alerts, 'alert')),
        number('Answered', share(whole), `${whole.acknowledged} of ${whole.alerts}`),
        number('Time to answer, median', wait(whole, 'median'), `90 % answered within ${wait(whole, 'p90')}`),
        number('Escalated', `${whole.escalated}`, `${perPatientDay(whole.escalated, whole)} per patient-day`),
    );

const number = (name, value, more) =>
    element(
        'div',
        {},
        element('dt', {}, name),
        element('dd', {}, value, element('span', { class: 'more' }, more)),
    );

const card = (title, picture, [heads, rows]) =>
    element(
        'section',
        { class: 'card', 'aria-label': title },
        picture,
        element('div', { class: 'scroll table', tabindex: 0, role: 'region', 'aria-label': `${title}, as a table` }, [
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
    PRIORITIES.map(priority => ({ ...row(whole, [priority, countOf(whole, priority)], priority), name: priority }));

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
        columns('Alerts of each day', 'by priority', alerts, KEYS),
        dayLines('Time to answer of each day', 'in minutes', waits, WAITS),
        columns('Escalated alerts of each day', '', escalated, [{ kind: 'all', name: 'escalated' }]),
    );
    const section = card('Day by day', pictures, [
        ['Day', 'Patient-days', ...PRIORITIES, 'Per patient-day', 'Answered', 'Median', '90 % within', 'Escalated'],
        days.toReversed().map(({ name, told }) => [
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
    value === null || value === undefined ? '–' : Number(value).toFixed(value !== 0 && Math.abs(value) < 10 ? 2 : 1);

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
