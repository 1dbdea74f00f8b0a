// The wall view: a whole ward that can be read from the door. It has no controls and is always dark.

import { get, patiently, step } from './api.js';
import { totals } from './board-totals.js';
import { fresh, watchContact } from './contact.js';
import { signedOutDisplay } from './display.js';
import { byId, element, show } from './element.js';
import { tellFailures } from './failure.js';
import { toOwnPage } from './home/elsewhere.js';
import { keep, timeless } from './keep.js';
import { askedWard, wards } from './place.js';
import { every } from './poll.js';
import { watchSession } from './session-end.js';
import { beginAnew, entersFromHome, user } from './session.js';
import { follow } from './stream.js';
import { clock, clockSeconds, now } from './time.js';
import { wallTile } from './wall-tile.js';

const PULSE = 5_000;
/** Tiles in a column that can be read from 4 m. */
const ROWS = 12;
const MOST_COLUMNS = 3;
/** The picture moves a little each minute, so that nothing burns in. */
const SHIFT = 60_000;
const PLACES = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
];

tellFailures();
beginAnew();
watchContact(true);
signedOutDisplay();
const who = await user;
if (entersFromHome(who)) await toOwnPage();
watchSession(who, { wall: true });
const refresh = every(PULSE, draw);
follow(who.username, refresh);
setInterval(shift, SHIFT);
refresh();

async function draw() {
    const ward = askedWard() ?? (await patiently(wards))[0];
    const items = ward === undefined ? [] : (await get(`/v1/wards/${step(ward)}/board`)).items;
    const fitting = items.slice(0, ROWS * MOST_COLUMNS);
    const columns = Math.min(MOST_COLUMNS, Math.max(2, Math.ceil(fitting.length / ROWS)));
    const tiles = byId('tiles');
    tiles.className = `plain columns-${columns}`;
    tiles.style.setProperty('--rows', Math.max(1, Math.ceil(fitting.length / columns)));
    byId('ward-name').textContent = ward ?? '';
    byId('count').textContent = `${items.length} ${items.length === 1 ? 'patient' : 'patients'}`;
    byId('clock').textContent = clock(now());
    byId('as-of').textContent = `as of ${clockSeconds(now())}`;
    byId('empty').hidden = items.length > 0;
    show(
        byId('totals'),
        totals(items),
        items.length > fitting.length &&
            element('strong', { class: 'total' }, `${items.length - fitting.length} more do not fit: see the board`),
    );
    keep(tiles, fitting.map(timeless), () => fitting.map(wallTile));
    fresh();
}

function shift() {
    const [x, y] = PLACES[Math.floor(Date.now() / SHIFT) % PLACES.length];
    byId('main').style.transform = `translate(${x}px, ${y}px)`;
}
