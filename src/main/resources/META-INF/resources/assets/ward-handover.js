// The handover of a ward: a sheet for each patient, the worst first, each on a page of its own in print.

import { get, list, patiently, step } from './api.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { offerOptions, SHIFT } from './handover/options.js';
import { readSheet, sheet } from './handover/sheet.js';
import { chooseWard, currentWard, wards } from './place.js';
import { counted } from './words.js';

/** The hours of the newest request: an older one stops. */
let asked;

const who = await frame();
const known = await patiently(wards);
let ward = currentWard(known);
show(
    byId('ward'),
    known.map(name => element('option', { value: name, selected: name === ward }, name)),
);
byId('ward').addEventListener('change', ({ target }) => {
    ward = target.value;
    chooseWard(ward);
    draw(asked.hours);
});
offerOptions(draw);
await draw(SHIFT);

/** Reads one patient after the other, so that a large ward does not take the service from others. */
async function draw(hours) {
    const request = { hours };
    asked = request;
    document.title = `Handover of ${ward ?? 'a ward'} – Vigil`;
    show(byId('sheets'));
    const [{ items: rows }, episodes] = ward === undefined ? [{ items: [] }, []] : await readWard(ward);
    for (const [index, row] of rows.entries()) {
        byId('progress').textContent = `Reading ${index + 1} of ${counted(rows.length, 'patient')} …`;
        const episode = episodes.find(({ id }) => id === row.episodeId);
        const told = episode && (await patiently(() => readSheet({ episode, row, hours, who })));
        if (asked !== request) return;
        if (told) byId('sheets').append(element('article', { 'data-patient': row.patientId }, sheet(told)));
    }
    byId('progress').textContent = `${counted(rows.length, 'patient')}, worst first.`;
}

function readWard(name) {
    return patiently(() =>
        Promise.all([get(`/v1/wards/${step(name)}/board`), list('/v1/episodes', { ward: name, status: 'active' })]),
    );
}
