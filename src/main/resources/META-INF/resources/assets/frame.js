// The frame of every page: navigation, the user, light or dark theme, sound, contact, and new alerts.

import { alarm, keepOpenAlerts, openAlerts } from './alarm.js';
import { speaking } from './alert-card.js';
import { list } from './api.js';
import { watchContact } from './contact.js';
import { sendFor, waiting } from './check/outbox.js';
import { rememberDisplay } from './display.js';
import { isHalfWritten } from './drafts.js';
import { byId, element, show } from './element.js';
import { tellFailures } from './failure.js';
import { toOwnPage } from './home/staff-redirect.js';
import { languageSwitch, storeLanguage } from './language.js';
import { askBeforeLeaving } from './leaving.js';
import { LANGUAGES, words } from './phrases.js';
import {
    administers,
    atTheBedside,
    beginAnew,
    clockAhead,
    entersFromHome,
    firstPage,
    hearsAlerts,
    keepLanguage,
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
import { goOnWithTour } from './tour.js';

const MINUTE = 60_000;
const said = words.frame;
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
    if (atTheBedside(who)) {
        sendFor(who.username);
        goOnWithTour(who.username);
    }
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
        ['/', said.board, hearsAlerts(who)],
        ['/alerts', said.alerts, hearsAlerts(who)],
        ['/waiting', said.waiting, keepsJourneys(who)],
        ['/admission', said.admit, atTheBedside(who)],
        ['/protocol', said.protocol, readsProtocol(who)],
        ['/admin', administers(who) ? said.administration : said.devices, atTheBedside(who) || administers(who)],
    ];
    const links = places.filter(([, , shown]) => shown).map(([path, text]) => link(path, text));
    return element('nav', { 'aria-label': said.pages }, element('ul', {}, links));
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
        sound.textContent = said.sound[state];
        sound.className = `sound ${state}`;
        sound.setAttribute('aria-pressed', state === 'on');
        sound.title = state === 'on' ? (soundsHere() ? said.soundsHere : said.soundsElsewhere) : '';
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
                title: said.theme,
                'aria-label': said.theme,
                onclick: switchTheme,
            },
            '◐',
        ),
        languageSwitch(LANGUAGES, code => changeLanguage(who, code), { brief: true }),
        element('span', { class: 'who' }, `${who.username} (${said.roles[who.role] ?? who.role})`),
        element('button', { type: 'button', id: 'sign-out', onclick: () => leave(who) }, said.signOut),
    );
}

const leave = who =>
    askBeforeLeaving(waiting(who.username).length, said.leaving, () => {
        rememberDisplay(false);
        signOut();
    });

/** Reads the page again in another language. What is half-written would be lost, so it asks first. */
const changeLanguage = ({ username }, code) =>
    askBeforeLeaving(isHalfWritten() ? 1 : 0, said.halfWritten, async () => {
        byId('language-failed')?.remove();
        try {
            await keepLanguage(code);
        } catch ({ message }) {
            const sentence = said.languageNotKept(message);
            byId('frame').after(element('p', { id: 'language-failed', class: 'warning', role: 'alert' }, sentence));
            return;
        }
        storeLanguage(code, username);
        location.reload();
    });

/** What the user must know if this computer's clock or zone is not the hospital's. */
function tellClock({ timeZone }) {
    const apart =
        Math.abs(clockAhead) > MINUTE && (clockAhead > 0 ? said.clockAhead : said.clockBehind)(span(clockAhead));
    const elsewhere = localInput() !== browserInput() && Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!apart && !elsewhere) return;
    byId('frame').after(
        element(
            'p',
            { class: 'warning clock-warning', role: 'status' },
            element('strong', {}, said.hospitalTime(timeZone)),
            apart,
            elsewhere && said.otherZone(elsewhere),
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
    count.setAttribute('aria-label', said.openAlerts(cards));
}
