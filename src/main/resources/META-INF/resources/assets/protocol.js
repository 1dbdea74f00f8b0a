// All rows of the hospital's protocol, for reading. The page knows no patient.

import { get } from './api.js';
import { byId, element } from './element.js';
import { frame } from './frame.js';
import { keep } from './keep.js';
import { part } from './part.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';
import { every } from './poll.js';
import { rolesOf } from './protocol-card.js';
import { calendarDay } from './time.js';

const said = words.protocol;
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
    const sought = wanted.toLowerCase();
    return id.includes(sought) || text.toLowerCase().includes(sought);
}

function summary(rows, wanted) {
    const { items, table: version, today } = table;
    if (items.length === 0) return '';
    const overdue = rows.filter(({ reviewOverdueSince }) => reviewOverdueSince).length;
    const all = said.rows(items.length);
    return [
        wanted === '' ? said.all(all) : said.some(rows.length, all, wanted),
        overdue > 0 && said.overdue(overdue),
        said.table(version, calendarDay(today)),
    ]
        .filter(Boolean)
        .join(' ');
}

/** What to do where there is no row. */
const nothing = ({ reason, table: version }) => [
    element('p', {}, said.reason(translated(reason))),
    version === null && element('p', {}, said.how),
];

const rowOf = row =>
    element(
        'li',
        { class: row.reviewOverdueSince ? 'card overdue' : 'card', 'data-row': row.id },
        element('h2', {}, row.id, ' ', element('span', { class: 'quiet' }, said.version(row.version))),
        row.reviewOverdueSince && overdue(row),
        element('p', { class: 'said' }, row.text),
        element('h3', {}, row.condition.length === 1 ? said.fitsWhen : said.fitsWhenAll),
        element(
            'ul',
            {},
            row.condition.map(part => element('li', {}, translated(part))),
        ),
        element('p', {}, said.source(row.source.text, row.owner.name, row.owner.role)),
        element(
            'p',
            { class: 'quiet small' },
            said.approved(calendarDay(row.approvedAt), calendarDay(row.reviewBy), rolesOf(row), row.order),
        ),
        element(
            'details',
            { class: 'no-print' },
            element('summary', {}, said.condition),
            element('p', {}, element('code', {}, JSON.stringify(row.when))),
        ),
        element('p', { class: 'print-only' }, said.forReading),
    );

const overdue = ({ reviewOverdueSince }) =>
    element(
        'p',
        { class: 'bad' },
        element('span', { 'aria-hidden': 'true' }, '▲ '),
        said.overdueSince(calendarDay(reviewOverdueSince)),
    );
