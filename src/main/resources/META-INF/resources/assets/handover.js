// One printable page for the next shift.

import { get, step } from './api.js';
import { byId, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { offerOptions, SHIFT } from './handover/options.js';
import { readSheet, sheet } from './handover/sheet.js';
import { patientOfPage } from './person.js';

const patientId = patientOfPage();

const who = await frame();
const episode = await orEmergency(currentEpisode(patientId), patientId, who);
document.title = `Handover, bed ${episode.bed} – Vigil`;
offerOptions(draw);
await draw(SHIFT);

async function draw(hours) {
    const board = await get(`/v1/wards/${step(episode.ward)}/board`, { patientId });
    show(byId('sheet'), sheet(await readSheet({ episode, row: board.items[0], hours, who })));
}
