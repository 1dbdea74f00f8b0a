// The frame of every page: navigation, the user, light or dark theme, sound, contact, and new alerts.

import { alarm, keepOpenAlerts, openAlerts } from './alarm.js';
import { speaking } from './alert-card.js';
import { list } from './api.js';
import { watchContact } from './contact.js';
import { sendFor, waiting } from './check/outbox.js';
import { rememberDisplay } from './display.js';
import { byId, element, show } from './element.js';
import { tellFailures } from './failure.js';
import { toOwnPage } from './home/staff-redirect.js';
import { askBeforeLeaving } from './leaving.js';
import {
    administers,
    atTheBedside,
    beginAnew,
    clockAhead,
    entersFromHome,
    firstPage,
    hearsAlerts,
    keepsJourneys,
    readsProtocol,
    signOut,
    user,
} from './session.js';
import { watchSession } from './session-end.js';
import { askForSound } from './sound-question.js';
import { onSoundState, soundState, switchSound, wake } from './sound.js';
import { onSounding, soundsHere } from './sounding.js';
import { follow } from './stream.js';
import { switchTheme } from './theme-switch.js';
import { localInput, now, span } from './time.js';
import { counted } from './words.js';

const MINUTE = 60_000;
const LEAVING = {
    unsent: count => `${counted(count, 'entry was', 'entries were')} not sent.`,
    unsentHow:
        'They wait in this browser, and only you will see them. They are sent when you sign in here again.',
    nevertheless: 'Sign out nevertheless',
};
const listeners = new Set();

/** Calls back with each alert event of the stream, and with `reset` if the page must read everything again. */
export const onAlert = listener => listeners.add(listener);

/**
 * Draws the frame and starts listening. Returns the user.
 *
 * @param keepsFresh whether the page calls `fresh` whenever it has read what it shows
 */
export async function frame({ keepsFresh = false } = {}) {
    tellFailures();
    beginAnew();
    watchContact(keepsFresh);
    const who = await user;
    if (entersFromHome(who)) await toOwnPage();
    show(byId('frame'), name(who), navigation(who), switches(who));
    tellClock(who);
    watchSession(who);
    if (hearsAlerts(who)) {
        followAlerts(who);
        askForSound();
        wake();
    }
    // What was entered on another page may still wait.
    if (atTheBedside(who)) sendFor(who.username);
    return who;
}

const name = who =>
    element(
        'a',
        { class: 'brand', href: firstPage(who) },
        element('img', { src: '/assets/icon.svg', alt: '', width: 28, height: 28 }),
        'Vigil',
    );

function navigation(who) {
    const places = [
        ['/', 'Board', hearsAlerts(who)],
        ['/alerts', 'Alerts', hearsAlerts(who)],
        ['/waiting', 'Waiting list', keepsJourneys(who)],
        ['/admission', 'Admit', atTheBedside(who)],
        ['/protocol', 'Protocol', readsProtocol(who)],
        ['/admin', administers(who) ? 'Administration' : 'Devices', atTheBedside(who) || administers(who)],
    ];
    const links = places.filter(([, , shown]) => shown).map(([path, text]) => link(path, text));
    return element('nav', { 'aria-label': 'Pages' }, element('ul', {}, links));
}

function link(path, text) {
    const here = location.pathname === path;
    const count = path === '/alerts' && element('span', { id: 'open-alerts', class: 'count', hidden: true });
    return element('li', {}, element('a', { href: path, 'aria-current': here && 'page' }, text, count));
}

function switches(who) {
    const sound = element('button', { type: 'button', id: 'sound', onclick: () => switchSound(soundState() !== 'on') });
    const tellSound = () => {
        const state = soundState();
        sound.textContent = { on: 'Sound on', off: 'Sound is off', blocked: 'Sound blocked: touch here' }[state];
        sound.className = `sound ${state}`;
        sound.setAttribute('aria-pressed', state === 'on');
        sound.title = state === 'on' ? `Alerts sound in ${soundsHere() ? 'this' : 'another'} tab of this browser` : '';
    };
    tellSound();
    onSoundState(tellSound);
    onSounding(tellSound);
    return element(
        'div',
        { class: 'switches' },
        hearsAlerts(who) && sound,
        element(
            'button',
            {
                type: 'button',
                id: 'theme',
                title: 'Light or dark',
                'aria-label': 'Light or dark',
                onclick: switchTheme,
            },
            '◐',
        ),
        element('span', { class: 'who' }, `${who.username} (${who.role})`),
        element('button', { type: 'button', id: 'sign-out', onclick: () => leave(who) }, 'Sign out'),
    );
}

const leave = who =>
    askBeforeLeaving(waiting(who.username).length, LEAVING, () => {
        rememberDisplay(false);
        signOut();
    });

/** What the user must know if this computer's clock or zone is not the hospital's. */
function tellClock({ timeZone }) {
    const apart = Math.abs(clockAhead) > MINUTE && `${span(clockAhead)} ${clockAhead > 0 ? 'ahead' : 'behind'}`;
    const elsewhere = localInput() !== browserInput() && Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!apart && !elsewhere) return;
    byId('frame').after(
        element(
            'p',
            { class: 'warning clock-warning', role: 'status' },
            element('strong', {}, `Times are those of the hospital (${timeZone}). `),
            apart && `The clock of this computer is ${apart}; “now” is the time of the service. `,
            elsewhere && `This computer is set to ${elsewhere}.`,
        ),
    );
}

/** The present time as this computer would show it, were its clock right. */
function browserInput() {
    const at = new Date(now());
    return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

function followAlerts({ username }) {
    const recount = keepOpenAlerts(() => list('/v1/alerts', { state: 'open' }), tellCount);
    follow(username, (event, alert) => {
        if (event === 'reset') {
            recount();
        } else {
            alarm(event, alert);
            tellCount();
        }
        listeners.forEach(listener => listener(event, alert));
    });
}

/** The number of cards in the list of alerts: alerts of one event share a card. */
function tellCount() {
    const count = byId('open-alerts');
    const cards = speaking(openAlerts()).length;
    count.hidden = cards === 0;
    count.textContent = cards;
    count.setAttribute('aria-label', `${cards} open`);
}
