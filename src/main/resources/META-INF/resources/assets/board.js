// The ward board: one row per patient, worst first, live.

import { address, get, Refused, step } from './api.js';
import { boardLine } from './board-line.js';
import { boardRow } from './board-row.js';
import { totals } from './board-totals.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { frame, onAlert } from './frame.js';
import { arrange, lasting, timeless } from './keep.js';
import { words } from './phrases.js';
import { askedWard, chooseWard, currentWard, wards } from './place.js';
import { every } from './poll.js';
import { atTheBedside, firstPage } from './session.js';
import { clockSeconds, now } from './time.js';

const PULSE = 5_000;
const STORED = 'vigil.board';
const rows = new Map();
/** The patients whose whole rows are shown on the compact board. */
const opened = new Set();
let compact = localStorage.getItem(STORED) === 'compact';
let offered;
let shownItems = [];
/** The first read, which begins while the user is still being looked up. */
let ahead = read().catch(() => undefined);

const who = await frame({ keepsFresh: true });
if (firstPage(who) !== '/') location.replace(firstPage(who));
const refresh = every(PULSE, draw);
byId('compact').addEventListener('click', switchCompact);
tellCompact();
byId('ward').addEventListener('change', choose);
onAlert(refresh);
refresh();

/**
 * The wards with patients, the ward to show, and its rows. The board of the requested ward is read ahead.
 */
async function read() {
    const hoped = askedWard();
    const [known, hopedFor] = await Promise.all([wards(), board(hoped)]);
    const ward = currentWard(known);
    return { known, ward, items: ward === hoped ? hopedFor : await board(ward) };
}

/** A ward that the user may not see has no rows. */
async function board(ward) {
    return ward === undefined ? [] : (await get(`/v1/wards/${step(ward)}/board`).catch(unseen)).items;
}

function unseen(failure) {
    if (failure instanceof Refused) return { items: [] };
    throw failure;
}

function offerWards(known, ward) {
    if (offered === lasting([known, ward])) return;
    offered = lasting([known, ward]);
    show(
        byId('ward'),
        known.map(name => element('option', { value: name, selected: name === ward }, name)),
    );
}

function switchCompact() {
    compact = !compact;
    localStorage.setItem(STORED, compact ? 'compact' : 'full');
    opened.clear();
    rows.clear();
    tellCompact();
    refresh();
}

function tellCompact() {
    byId('compact').setAttribute('aria-pressed', compact);
    byId('board').classList.toggle('compact', compact);
}

function choose() {
    chooseWard(byId('ward').value);
    refresh();
}

async function draw() {
    const { known, ward, items } = (await ahead) ?? (await read());
    ahead = undefined;
    offerWards(known, ward);
    byId('ward-name').textContent = ward ?? '';
    byId('wall').href = address('/wall', { ward });
    byId('handover').href = address('/handover', { ward });
    byId('handover').hidden = !atTheBedside(who);
    show(byId('totals'), totals(items));
    byId('empty').hidden = items.length > 0;
    byId('as-of').textContent = words.board.asOf(items.length, clockSeconds(now()));
    place(items);
    fresh();
}

/** Rows that did not change stay as they are, so that focus and reading are not disturbed. */
function place(items) {
    shownItems = items;
    const present = new Set(items.map(({ patientId }) => patientId));
    [...rows.keys()].filter(id => !present.has(id)).forEach(id => rows.delete(id));
    arrange(byId('board'), items.map(rowOf));
}

function rowOf(item) {
    const told = lasting(timeless(item));
    const grades = `${item.crs.grade}/${item.icans.grade}`;
    const known = rows.get(item.patientId);
    if (known?.told === told) return known.node;
    const node = rowAsChosen(item, known !== undefined && known.grades !== grades);
    replace(known?.node, node);
    rows.set(item.patientId, { told, grades, node });
    return node;
}

function rowAsChosen(item, arrived) {
    const { patientId } = item;
    if (!compact) return boardRow(item, who, arrived);
    const whole = opened.has(patientId);
    const other = element(
        'button',
        {
            type: 'button',
            class: 'more',
            'aria-expanded': `${whole}`,
            'aria-label': words.board.wholeRow(item.bed),
            onclick: () => {
                if (!opened.delete(patientId)) opened.add(patientId);
                rows.get(patientId).told = undefined;
                place(shownItems);
            },
        },
        whole ? '▴' : '▾',
    );
    return whole ? boardRow(item, who, arrived, other) : boardLine(item, who, arrived, other);
}

/** Keeps the focus if it was on a link or on the button of the row. */
function replace(old, node) {
    const focused = old?.contains(document.activeElement) && document.activeElement;
    old?.replaceWith(node);
    if (focused) {
        const address = focused.getAttribute('href');
        node.querySelector(address ? `[href="${CSS.escape(address)}"]` : '.more')?.focus();
    }
}
