// The ward board: one row per patient, worst first, live.

import { get, step } from './api.js';
import { boardRow } from './board-row.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { frame, onAlert } from './frame.js';
import { chooseWard, currentWard, wards } from './place.js';
import { every } from './poll.js';
import { clockSeconds } from './time.js';

const PULSE = 5_000;
const rows = new Map();
let ward;

const who = await frame({ keepsFresh: true });
await offerWards();
const refresh = every(PULSE, draw);
onAlert(refresh);
refresh();

async function offerWards() {
    const known = await wards();
    const choice = byId('ward');
    ward = currentWard(known);
    show(choice, known.map(name => element('option', { value: name, selected: name === ward }, name)));
    choice.addEventListener('change', () => {
        ward = choice.value;
        chooseWard(ward);
        refresh();
    });
}

async function draw() {
    byId('ward-name').textContent = ward ?? '';
    const { items } = ward === undefined ? { items: [] } : await get(`/v1/wards/${step(ward)}/board`);
    byId('empty').hidden = items.length > 0;
    byId('as-of').textContent = `${items.length} patients, as of ${clockSeconds(Date.now())}`;
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

/** What changes by itself is told by the ages on the page. */
const lasting = (name, value) => (name === 'ageSeconds' ? undefined : value);

function rowOf(item) {
    const told = JSON.stringify({ ...item, at: undefined, hoursSinceInfusion: item.hoursSinceInfusion.toFixed(1) }, lasting);
    const grades = `${item.crs.grade}/${item.icans.grade}`;
    const known = rows.get(item.patientId);
    if (known?.told === told) return known.node;
    const node = boardRow(item, who, known !== undefined && known.grades !== grades);
    replace(known?.node, node);
    rows.set(item.patientId, { told, grades, node });
    return node;
}

/** Whoever stood on a link of the row stands on it still. */
function replace(old, node) {
    const focus = old?.contains(document.activeElement) && document.activeElement.getAttribute('href');
    old?.replaceWith(node);
    if (focus) node.querySelector(`[href="${CSS.escape(focus)}"]`)?.focus();
}
