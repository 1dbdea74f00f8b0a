// Warns clearly if the page has lost contact with the service: old values must not reassure anybody.

import { get } from './api.js';
import { announce } from './announce.js';
import { element } from './element.js';
import { words } from './phrases.js';
import { clockSeconds, now, span } from './time.js';

const LOST_AFTER = 11_000;
const ASK_AFTER = 4_000;

let last = Date.now();
let lost = false;
let live = false;
let watching;

const said = words.contact;
const told = element('span');
const banner = element(
    'div',
    { class: 'contact-banner', role: 'alert', hidden: true },
    element('strong', {}, said.lost),
    told,
);

/**
 * Watches from now on.
 *
 * @param keepsFresh whether the page itself says when its data are fresh; otherwise the service is asked for a sign of
 *     life
 */
export function watchContact(keepsFresh) {
    live = keepsFresh;
    document.body.prepend(banner);
    watching = setInterval(check, 1_000);
}

/** For a page that shows nothing of the service after all. */
export const unwatchContact = () => clearInterval(watching);

/** What the page shows was read from the service just now. */
export function fresh() {
    last = Date.now();
    if (lost) tell(false);
}

function check() {
    const silence = Date.now() - last;
    if (!live && silence > ASK_AFTER) askForLife();
    if (silence > LOST_AFTER) {
        const since = silence < 60_000 ? `${Math.floor(silence / 1000)} s` : span(silence);
        const asOf = clockSeconds(now() - silence);
        told.textContent = said.asOf(asOf, since);
        if (!lost) tell(true);
    }
}

let asking = false;

async function askForLife() {
    if (asking) return;
    asking = true;
    await get('/v1/session').then(fresh, () => {});
    asking = false;
}

function tell(nowLost) {
    lost = nowLost;
    banner.hidden = !lost;
    document.documentElement.classList.toggle('lost', lost);
    if (!lost) announce(said.back);
}
