// The wall view: a whole ward that can be read from the door. Its only control is the sound, and it is always dark.

import { alarm, keepOpenAlerts, silence } from './alarm.js';
import { get, list, patiently, step } from './api.js';
import { totals } from './board-totals.js';
import { fresh, watchContact } from './contact.js';
import { signedOutDisplay } from './display.js';
import { byId, element, show } from './element.js';
import { tellFailures } from './failure.js';
import { toOwnPage } from './home/staff-redirect.js';
import { keep, timeless } from './keep.js';
import { words } from './phrases.js';
import { askedWard, isSameWard, wards } from './place.js';
import { every } from './poll.js';
import { watchSession } from './session-end.js';
import { beginAnew, entersFromHome, user } from './session.js';
import { onSoundState, soundState, switchSound, wake } from './sound.js';
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
/** The ward that is shown, whose alerts sound. */
let shown;
const recount = keepOpenAlerts(async () => (await list('/v1/alerts', { state: 'open' })).filter(isHeard));
follow(who.username, hear);
onSoundState(tellSound);
byId('sound').addEventListener('click', () => switchSound(soundState() !== 'on'));
tellSound();
wake();
setInterval(shift, SHIFT);
refresh();

async function draw() {
    const ward = askedWard() ?? (await patiently(wards))[0];
    if (ward !== shown) {
        shown = ward;
        recount();
    }
    const items = ward === undefined ? [] : (await get(`/v1/wards/${step(ward)}/board`)).items;
    const fitting = items.slice(0, ROWS * MOST_COLUMNS);
    const columns = Math.min(MOST_COLUMNS, Math.max(2, Math.ceil(fitting.length / ROWS)));
    const tiles = byId('tiles');
    tiles.className = `plain columns-${columns}`;
    tiles.style.setProperty('--rows', Math.max(1, Math.ceil(fitting.length / columns)));
    byId('ward-name').textContent = ward ?? '';
    byId('count').textContent = words.wall.count(items.length);
    byId('clock').textContent = clock(now());
    byId('as-of').textContent = words.wall.asOf(clockSeconds(now()));
    byId('empty').hidden = items.length > 0;
    show(
        byId('totals'),
        totals(items),
        items.length > fitting.length &&
            element('strong', { class: 'total' }, words.wall.more(items.length - fitting.length)),
    );
    keep(tiles, fitting.map(timeless), () => fitting.map(wallTile));
    fresh();
}

/**
 * A wall sounds for its own ward, if sound was allowed in this browser once. An alert without a ward is of the service
 * itself: it reaches those only who see all wards.
 */
function isHeard({ ward }) {
    return !ward || (shown !== undefined && isSameWard(ward, shown));
}

/** An alert of another ward may be of a patient who has left this one. */
function hear(event, alert) {
    if (event === 'reset') recount();
    else if (isHeard(alert)) alarm(event, alert);
    else silence(alert.id);
    refresh();
}

function tellSound() {
    // The page is gone when its session has ended.
    if (!byId('sound')) return;
    const state = soundState();
    byId('sound').textContent = words.wall.sound[state];
    byId('sound').className = `sound ${state}`;
    byId('sound').setAttribute('aria-pressed', state === 'on');
}

function shift() {
    const [x, y] = PLACES[Math.floor(Date.now() / SHIFT) % PLACES.length];
    byId('main').style.transform = `translate(${x}px, ${y}px)`;
}
