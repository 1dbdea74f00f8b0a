// The signed-in user and their rights. The service decides; the pages only hide what it would refuse.

import { get, patiently, post, put, Refused, remove, setPageUser } from './api.js';
import { adopt } from './language.js';
import { LANGUAGES } from './phrases.js';
import { useHospitalTime } from './time.js';

const BEDSIDE = ['nurse', 'physician'];
const AT_HOME = ['patient', 'caregiver'];
const NOT_SIGNED_IN = 401;
/** When somebody signed out in this browser. */
const SIGNED_OUT = 'vigil.signed-out';
const listeners = new Set();

/** The user of this page. Without a session the browser is sent to sign in. */
export const user = patiently(async () => inOwnLanguage(await readSession()));

/** How far this computer's clock is ahead of the service's, in milliseconds; known with the user. */
export let clockAhead = 0;

/** Asks for the service's time again now and then: the clock of a computer may be set while a page is open. */
const CLOCK_PULSE = 60_000;
setInterval(() => document.hidden || readSession().catch(() => {}), CLOCK_PULSE);

/** Calls back with each answer of the service about the session. */
export const onSession = listener => listeners.add(listener);

/** Extends the session as far as the service allows. */
export const renew = () => learn(() => post('/v1/session/renewal'));

/** Asks the service for the session. If it has ended, the page is signed out. */
export function readSession() {
    return learn(() => get('/v1/session'));
}

async function learn(ask) {
    const asked = Date.now();
    const told = await ask();
    setPageUser(told.username);
    if (Number(localStorage.getItem(SIGNED_OUT)) < asked) localStorage.removeItem(SIGNED_OUT);
    // A service of the last release tells neither.
    clockAhead = told.at ? (asked + Date.now()) / 2 - Date.parse(told.at) : 0;
    useHospitalTime(told.timeZone, -clockAhead);
    listeners.forEach(listener => listener(told));
    return told;
}

/**
 * Reads the page again if the user has chosen another language, perhaps on another computer. Only when it begins: a
 * page that somebody uses does not change its language by itself.
 */
function inOwnLanguage(told) {
    if (!adopt(told.language, told.username, LANGUAGES)) return told;
    location.reload();
    return new Promise(() => {});
}

/** Stores the language for the user. What a service of the last release cannot store is the choice of this browser. */
export async function keepLanguage(language) {
    try {
        await put('/v1/session/language', { language });
    } catch (failure) {
        if (!(failure instanceof Refused) || failure.status === NOT_SIGNED_IN) throw failure;
    }
}

/** A page that the browser kept for its back button reloads, so that it shows no patient to the next user. */
export function beginAnew() {
    addEventListener('pagehide', () => {
        document.body.hidden = true;
    });
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

export function signOut() {
    localStorage.setItem(SIGNED_OUT, Date.now());
    return remove('/v1/session').finally(() => location.assign('/sign-in?leaving'));
}

/** Whether somebody has signed out in this browser since this page was opened. */
export const signedOutHere = () => Number(localStorage.getItem(SIGNED_OUT)) > performance.timeOrigin;

export const atTheBedside = ({ role }) => BEDSIDE.includes(role);
export const attributes = ({ role }) => role === 'physician';
export const hearsAlerts = ({ role }) => role === 'dashboard' || BEDSIDE.includes(role);
export const administers = ({ role }) => role === 'admin';

/** Who reads all rows of the hospital's protocol. */
export const readsProtocol = who => keepsJourneys(who) || hearsAlerts(who) || administers(who);

/** Who reads and writes the journeys before the infusion. */
export const keepsJourneys = ({ role }) => role === 'coordinator' || BEDSIDE.includes(role);

/** Who enters for one patient from home, and sees no page of the staff. */
export const entersFromHome = ({ role }) => AT_HOME.includes(role);

/** The first page of a user: the board, or the waiting list for who may not read the board, or the page at home. */
export function firstPage(who) {
    if (entersFromHome(who)) return '/home';
    return keepsJourneys(who) && !hearsAlerts(who) ? '/waiting' : '/';
}
