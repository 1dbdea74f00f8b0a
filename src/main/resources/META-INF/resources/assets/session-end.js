// No session ends quietly. A display renews its own; a person is warned by sight and sound, and can go on.

import { Refused, signInAddress, whenSignedOut } from './api.js';
import { rememberDisplay, signedOutDisplay } from './display.js';
import { keepDrafts, restoreDrafts } from './drafts.js';
import { element, show } from './element.js';
import { notify } from './notification.js';
import { words } from './phrases.js';
import { onSession, readSession, renew, signedOutHere } from './session.js';
import { play, soundState, wake } from './sound.js';
import { clock, dateAndClock, now, span } from './time.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LOOK = 2_000;
/** When a person is warned. */
const SOON = 5 * MINUTE;
/** When a display says that it must be signed in again, because it cannot be renewed for ever. */
const EARLY = 7 * DAY;
const HOUR = 60 * MINUTE;
/** After a renewal that failed; and how often the service is asked when the end is near. */
const RETRY = 30_000;
/** The pulses of a high alert are heard in whole before the page is left. */
const HEARD = 3_500;
const said = words.sessionEnd;
const TAG = 'vigil-session';
/** The end of which this tab has warned. */
const WARNED = 'vigil.warned';

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
    if (display || !wall) rememberDisplay(display);
    if (display || wall) signedOutDisplay();
    else whenSignedOut(() => end(who));
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
        element('strong', {}, said.display(dateAndClock(end))),
        said.displayLeft(span(end - now())),
        element('a', { class: 'button', href: signInAddress() }, said.again),
    ]);
}

function tellPerson(who) {
    if (expiresAt === undefined) return;
    askWhetherItEnds();
    const ends = `${clock(expiresAt)} ${isRenewable()}`;
    const isSoon = left() < SOON && left() > 0;
    warn(isSoon);
    tell(isSoon && ends, () => [
        element('strong', {}, said.soon(clock(expiresAt))),
        said.kept,
        isRenewable()
            ? element('button', { type: 'button', onclick: () => goOn(who) }, said.stay)
            : element('button', { type: 'button', onclick: () => toSignIn(who) }, said.againNow),
    ]);
}

/** Somebody may have renewed the session in another tab, and a tab in the background asks for nothing else. */
function askWhetherItEnds() {
    if (left() > SOON + MINUTE || Date.now() < notBefore) return;
    notBefore = Date.now() + RETRY;
    readSession().catch(() => {});
}

let ended = false;
/** The title of the page before the warning. */
let title;

/** By sound, by a notification, and in the title, which is seen from another tab. */
function warn(isSoon) {
    if (ended) return;
    const warning = said.soonTitle(clock(expiresAt));
    if (isSoon && document.title !== warning) {
        title = document.title;
        document.title = warning;
    }
    if (isSoon) sound();
    if (!isSoon && title !== undefined) {
        document.title = title;
        title = undefined;
    }
}

/** Once for each end, on whichever page of this tab. */
async function sound() {
    if (sessionStorage.getItem(WARNED) === String(expiresAt)) return;
    sessionStorage.setItem(WARNED, expiresAt);
    notify(said.soonNotice, { body: said.soonAt(clock(expiresAt)), tag: TAG });
    await wake();
    play('medium');
}

/** Nobody reads a page in the background, so the end is heard before the page is left. */
function end(who) {
    if (ended) return;
    ended = true;
    if (signedOutHere()) {
        toSignIn(who);
        return;
    }
    keepDrafts(who.username);
    document.title = said.title;
    notify(said.notice, { body: said.noticeHow, tag: TAG });
    play('high');
    setTimeout(() => toSignIn(who), soundState() === 'on' ? HEARD : 0);
}

let shown;

/** Shows the banner once for each `what`, or hides it. Its role makes a screen reader read it. */
function tell(what, build) {
    if (shown === what) return;
    shown = what;
    banner.hidden = !what;
    show(banner, what ? element('p', { role: 'alert' }, build()) : []);
}

async function goOn(who) {
    try {
        await renew();
    } catch (failure) {
        if (failure instanceof Refused) toSignIn(who);
        banner.querySelector('.bad')?.remove();
        banner.append(element('p', { class: 'bad', role: 'alert' }, words.api.later(failure.message)));
    }
}

function toSignIn({ username }) {
    keepDrafts(username);
    location.assign(signInAddress());
}
