// No session ends quietly. A display renews its own; a person is warned, and can go on.

import { Refused, signInAddress, whenSignedOut } from './api.js';
import { beADisplay, signedOutDisplay } from './display.js';
import { keepDrafts, restoreDrafts } from './drafts.js';
import { element, show } from './element.js';
import { onSession, renew } from './session.js';
import { clock, dateAndClock, now, span } from './time.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LOOK = 2_000;
/** When a person is warned. */
const SOON = 5 * MINUTE;
/** When a display says that it must be signed in again, because it cannot be renewed for ever. */
const EARLY = 7 * DAY;
const HOUR = 60 * MINUTE;
/** After a renewal that failed. */
const RETRY = 30_000;

const banner = element('div', { class: 'session-banner no-print', hidden: true });
let expiresAt;
let renewableUntil;
/** The longest time that this page has seen the session to last. */
let length = 0;
let notBefore = 0;
let loaded = false;

/**
 * Watches the session of this page from now on.
 *
 * @param wall whether the page hangs on a wall, whoever is signed in
 */
export function watchSession(who, { wall = false } = {}) {
    const display = who.role === 'dashboard';
    if (display || !wall) beADisplay(display);
    if (display || wall) signedOutDisplay();
    else whenSignedOut(() => toSignIn(who));
    document.body.prepend(banner);
    const look = () => (display ? keepDisplay() : tellPerson(who));
    learn(who);
    onSession(told => {
        learn(told);
        look();
    });
    setInterval(look, LOOK);
    look();
    restoreDrafts(who.username);
}

/**
 * Another process of the service may not have heard of a renewal yet: the latest end counts. One of an earlier release
 * tells no end.
 */
function learn(told) {
    if (!told.expiresAt) return;
    expiresAt = Math.max(expiresAt ?? 0, Date.parse(told.expiresAt));
    renewableUntil = told.renewableUntil && Date.parse(told.renewableUntil);
    length = Math.max(length, expiresAt - now());
}

const left = () => expiresAt - now();
const isRenewable = () => renewableUntil !== undefined && renewableUntil - expiresAt > MINUTE;

/** At half of its time, so that as much is left for further attempts. A page that finds little left asks at once. */
function keepDisplay() {
    if (expiresAt === undefined) return;
    const due = left() < length / 2 || (!loaded && left() < HOUR);
    loaded = true;
    if (isRenewable() && due && Date.now() > notBefore) {
        notBefore = Date.now() + RETRY;
        renew().catch(() => {});
    }
    const end = Math.max(expiresAt, renewableUntil ?? 0);
    tell(end - now() < EARLY && `until ${dateAndClock(end)}`, () => [
        element('strong', {}, `This display must be signed in again before ${dateAndClock(end)}. `),
        `After that it shows nothing. Until then it works for ${span(end - now())}. `,
        element('a', { class: 'button', href: signInAddress() }, 'Sign in again'),
    ]);
}

function tellPerson(who) {
    if (expiresAt === undefined) return;
    const ends = `${clock(expiresAt)} ${isRenewable()}`;
    tell(left() < SOON && left() > 0 && ends, () => [
        element('strong', {}, `You will be signed out at ${clock(expiresAt)}. `),
        'What is half-written stays, and only you will see it. ',
        isRenewable()
            ? element('button', { type: 'button', onclick: () => goOn(who) }, 'Stay signed in')
            : element('button', { type: 'button', onclick: () => toSignIn(who) }, 'Sign in again now'),
    ]);
}

let told;

/** Shows the banner once for each `what`, or hides it. Its role makes a screen reader read it. */
function tell(what, build) {
    if (told === what) return;
    told = what;
    banner.hidden = !what;
    show(banner, what ? element('p', { role: 'alert' }, build()) : []);
}

async function goOn(who) {
    try {
        await renew();
    } catch (failure) {
        if (failure instanceof Refused) toSignIn(who);
        banner.querySelector('.bad')?.remove();
        const words = `${failure.message}. Wait a little, then try again.`;
        banner.append(element('p', { class: 'bad', role: 'alert' }, words));
    }
}

function toSignIn({ username }) {
    keepDrafts(username);
    location.assign(signInAddress());
}
