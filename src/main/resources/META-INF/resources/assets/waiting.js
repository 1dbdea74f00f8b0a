// The waiting list: one row per journey, soonest next step first.

import { list, patiently } from './api.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { newJourney } from './journey/begin.js';
import { journeyRow } from './journey/row.js';
import { LINE } from './journey/words.js';
import { keep } from './keep.js';
import { words } from './phrases.js';
import { every } from './poll.js';
import { keepsJourneys } from './session.js';
import { clockSeconds, now } from './time.js';
import { spoken } from './words.js';

const PULSE = 5_000;
const STATES = LINE.concat('on-hold', 'cancelled');

const who = await frame({ keepsFresh: true });
let asked = new URL(location.href).searchParams.get('state') ?? '';
offerStates();
const refresh = every(PULSE, draw);
byId('new-section').hidden = !keepsJourneys(who);
if (keepsJourneys(who)) show(byId('new'), newJourney(who, refresh));
await patiently(draw);

function offerStates() {
    show(
        byId('state'),
        element('option', { value: '' }, words.waiting.all),
        STATES.map(state => element('option', { value: state, selected: state === asked }, spoken(state))),
    );
    byId('state').addEventListener('change', choose);
}

function choose() {
    asked = byId('state').value;
    const here = new URL(location.href);
    if (asked === '') here.searchParams.delete('state');
    else here.searchParams.set('state', asked);
    history.replaceState(null, '', here);
    refresh();
}

async function draw() {
    const state = asked;
    const rows = await list('/v1/journeys', { state });
    if (state !== asked) return;
    keep(byId('journeys'), rows, () => rows.map(journeyRow));
    byId('empty').hidden = rows.length > 0;
    byId('as-of').textContent = words.waiting.asOf(summary(rows), clockSeconds(now()));
    fresh();
}

function summary(rows) {
    const late = rows.filter(({ next }) => next?.lateDays !== undefined).length;
    const stopped = rows.filter(({ checksOpen = [] }) => checksOpen.some(({ state }) => state === 'stop')).length;
    const unreadable = rows.filter(row => row.unreadable).length;
    return [
        words.waiting.journeys(rows.length),
        late > 0 && words.waiting.late(late),
        stopped > 0 && words.waiting.stopped(stopped),
        unreadable > 0 && words.waiting.unreadable(unreadable),
    ]
        .filter(Boolean)
        .join(', ');
}
