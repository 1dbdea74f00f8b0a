// The ward board: one row per patient, worst first, live.

import { get, Refused, step } from './api.js';
import { boardRow } from './board-row.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { frame, onAlert } from './frame.js';
import { lasting, timeless } from './keep.js';
import { askedWard, chooseWard, currentWard, wards } from './place.js';
import { every } from './poll.js';
import { clockSeconds } from './time.js';

const PULSE = 5_000;
const rows = new Map();
let offered;
/** The first read, which begins while the user is still being looked up. */
let ahead = read().catch(() => undefined);

const who = await frame({ keepsFresh: true });
const refresh = every(PULSE, draw);
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

function choose() {
    chooseWard(byId('ward').value);
    refresh();
}

async function draw() {
    const { known, ward, items } = (await ahead) ?? (await read());
    ahead = undefined;
    offerWards(known, ward);
    byId('ward-name').textContent = ward ?? '';
    byId('empty').hidden = items.length > 0;
    byId('as-of').textContent =
        `${items.length} ${items.length === 1 ? 'patient' : 'patients'}, as of ${clockSeconds(Date.now())}`;
    place(items);
    fresh();
}

/** Rows that did not change stay as they are, so that focus and reading are not disturbed. */
function place(items) {
    const list = byId('board');
    const present = items.map(rowOf);
    [...list.children].filter(node => !present.includes(node)).forEach(node => node.remove());
    present.forEach((node, index) => {
        if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    });
}

function rowOf(item) {
    const told = lasting(timeless(item));
    const grades = `${item.crs.grade}/${item.icans.grade}`;
    const known = rows.get(item.patientId);
    if (known?.told === told) return known.node;
    const node = boardRow(item, who, known !== undefined && known.grades !== grades);
    replace(known?.node, node);
    rows.set(item.patientId, { told, grades, node });
    return node;
}

/** Keeps the focus if it was on a link of the row. */
function replace(old, node) {
    const focus = old?.contains(document.activeElement) && document.activeElement.getAttribute('href');
    old?.replaceWith(node);
    if (focus) node.querySelector(`[href="${CSS.escape(focus)}"]`)?.focus();
}
