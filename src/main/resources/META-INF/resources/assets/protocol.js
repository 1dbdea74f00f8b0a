// All rows of the hospital's protocol, for reading. The page knows no patient.

import { get } from './api.js';
import { byId, element } from './element.js';
import { frame } from './frame.js';
import { keep } from './keep.js';
import { part } from './part.js';
import { every } from './poll.js';
import { calendarDay } from './time.js';
import { counted } from './words.js';

const PULSE = 60_000;
let table;

await frame();
byId('find').addEventListener('input', draw);
byId('print').addEventListener('click', () => print());
const read = part(
    byId('rows'),
    () => get('/v1/protocol'),
    (_, found) => {
        table = found;
        draw();
    },
);
every(PULSE, read)();

function draw() {
    if (table === undefined) return;
    const wanted = byId('find').value.trim();
    const rows = table.items.filter(row => contains(row, wanted));
    byId('search').hidden = byId('notice').hidden = table.items.length === 0;
    byId('told').textContent = summary(rows, wanted);
    keep(byId('nothing'), [table.reason, table.table], () => (table.reason ? nothing(table) : []));
    keep(byId('rows'), rows, () => rows.map(rowOf));
}

function contains({ id, text }, wanted) {
    const words = wanted.toLowerCase();
    return id.includes(words) || text.toLowerCase().includes(words);
}

function summary(rows, wanted) {
    const { items, table: version, today } = table;
    if (items.length === 0) return '';
    const overdue = rows.filter(({ reviewOverdueSince }) => reviewOverdueSince).length;
    const all = counted(items.length, 'row');
    return [
        wanted === '' ? `All ${all}.` : `${rows.length} of ${all}: only those with “${wanted}”.`,
        overdue > 0 && `Review overdue: ${overdue}.`,
        `Table ${version}, read on ${calendarDay(today)}.`,
    ]
        .filter(Boolean)
        .join(' ');
}

/** What to do where there is no row. */
const nothing = ({ reason, table: version }) => [
    element('p', {}, `${reason}.`),
    version === null &&
        element(
            'p',
            {},
            'Who runs Vigil copies the example docs/examples/protocol.json, puts in your own words, owners and ' +
                'dates of review, and restarts: see “Your own protocol” in docs/operations.md. ' +
                'Until then no patient’s page shows a row.',
        ),
];

const rowOf = row =>
    element(
        'li',
        { class: row.reviewOverdueSince ? 'card overdue' : 'card', 'data-row': row.id },
        element('h2', {}, row.id, ' ', element('span', { class: 'quiet' }, `version ${row.version}`)),
        row.reviewOverdueSince && overdue(row),
        element('p', { class: 'said' }, row.text),
        element('h3', {}, row.condition.length === 1 ? 'Fits when' : 'Fits when all of these hold'),
        element(
            'ul',
            {},
            row.condition.map(part => element('li', {}, part)),
        ),
        element('p', {}, `Source: ${row.source.text}. Owner: ${row.owner.name}, ${row.owner.role}.`),
        element(
            'p',
            { class: 'quiet small' },
            `Approved ${calendarDay(row.approvedAt)}, next review by ${calendarDay(row.reviewBy)}. ` +
                `For ${row.forRoles.join(' and ')}. Order ${row.order}.`,
        ),
        element(
            'details',
            { class: 'no-print' },
            element('summary', {}, 'The condition in the file'),
            element('p', {}, element('code', {}, JSON.stringify(row.when))),
        ),
        element('p', { class: 'print-only' }, 'A row of the protocol, for reading. It does not speak of a patient.'),
    );

const overdue = ({ reviewOverdueSince }) =>
    element(
        'p',
        { class: 'bad' },
        element('span', { 'aria-hidden': 'true' }, '▲ '),
        `Review overdue since ${calendarDay(reviewOverdueSince)}`,
    );
