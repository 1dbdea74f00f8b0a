// One printable page for the next shift.

import { get, patiently, step } from './api.js';
import { byId, show } from './element.js';
import { orEmergency } from './emergency.js';
import { currentEpisode } from './episode.js';
import { frame } from './frame.js';
import { allowPrint, offerOptions, SHIFT } from './handover/options.js';
import { readSheet, sheet } from './handover/sheet.js';
import { patientOfPage } from './person.js';
import { words } from './phrases.js';

/** The hours of the newest request: the answer to an older one is not shown. */
let asked;

const patientId = patientOfPage();

const who = await frame();
const episode = await orEmergency(currentEpisode(patientId), patientId, who);
document.title = words.handover.titleOf(episode.bed);
offerOptions(draw);
await draw(SHIFT);

async function draw(hours) {
    const request = { hours };
    asked = request;
    allowPrint(false);
    const told = await patiently(() => read(hours));
    if (asked !== request) return;
    show(byId('sheet'), sheet(told));
    allowPrint(true);
}

async function read(hours) {
    const board = await get(`/v1/wards/${step(episode.ward)}/board`, { patientId });
    return readSheet({ episode, row: board.items[0], hours, who });
}
