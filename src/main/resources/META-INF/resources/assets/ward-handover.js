// The handover of a ward: a sheet for each patient, the worst first, each on a page of its own in print.

import { get, list, patiently, Refused, step } from './api.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { allowPrint, offerOptions, SHIFT } from './handover/options.js';
import { readSheet, sheet } from './handover/sheet.js';
import { displayName } from './person.js';
import { words } from './phrases.js';
import { chooseWard, currentWard, wards } from './place.js';

const said = words.wardHandover;
/** The hours of the newest request: an older one stops. */
let asked;
/** On paper, too: somebody may print before all patients are read. */
const incomplete = element('p', { class: 'bad', hidden: true });
byId('sheets').before(incomplete);

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
    document.title = said.titleOf(ward ?? said.aWard);
    show(byId('sheets'));
    allowPrint(false);
    byId('progress').textContent = '';
    tellIncomplete(said.nothingRead);
    const [{ items: rows }, episodes] = ward === undefined ? [{ items: [] }, []] : await readWard(ward);
    if (asked !== request) return;
    let read = 0;
    for (const [index, row] of rows.entries()) {
        byId('progress').textContent = said.reading(index + 1, said.patients(rows.length));
        tellIncomplete(said.read(read, said.patients(rows.length)));
        const episode = episodes.find(({ id }) => id === row.episodeId);
        const told = episode && (await readPatient({ episode, row, hours, who }));
        if (asked !== request) return;
        if (told) read += 1;
        byId('sheets').append(
            element('article', { 'data-patient': row.patientId }, told ? sheet(told) : unreadable(row)),
        );
    }
    byId('progress').textContent = said.done(said.patients(rows.length));
    tellIncomplete(read < rows.length && said.read(read, said.patients(rows.length)));
    allowPrint(true);
}

/** What the sheet of a patient tells, or undefined if it cannot be read: the others are handed over nevertheless. */
async function readPatient(asks) {
    try {
        return await patiently(() => readSheet(asks));
    } catch (failure) {
        if (!(failure instanceof Refused)) reportError(failure);
        return undefined;
    }
}

function unreadable(row) {
    return element('h1', {}, said.unreadable(row.bed, displayName(row)));
}

function tellIncomplete(how) {
    incomplete.hidden = !how;
    incomplete.textContent = how ? said.incomplete(how) : '';
}

function readWard(name) {
    return patiently(() =>
        Promise.all([get(`/v1/wards/${step(name)}/board`), list('/v1/episodes', { ward: name, status: 'active' })]),
    );
}
