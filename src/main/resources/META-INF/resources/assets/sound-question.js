// Asks at the sign-in whether this computer shall sound: nobody shall wait for a sound that never comes.

import { byId, element, show } from './element.js';
import { allowNotifications, notificationState } from './notification.js';
import { words } from './phrases.js';
import { isSoundAnswered, soundState, switchSound, testTone } from './sound.js';
import { quietNow } from './volume.js';

const said = words.soundQuestion;

/** Shows the question until it is answered. */
export function askForSound() {
    if (isSoundAnswered()) return;
    const place = element('section', { id: 'sound-question', 'aria-labelledby': 'sound-asked' });
    show(place, question(place));
    byId('frame').after(place);
}

const question = place => [
    element('h2', { id: 'sound-asked' }, said.asked),
    element('p', {}, said.how),
    element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'primary', onclick: () => yes(place) }, said.yes),
        element('button', { type: 'button', onclick: () => no(place) }, said.no),
    ),
];

async function yes(place) {
    await switchSound(true);
    await testTone();
    if (notificationState() === 'default') allowNotifications();
    const told = element('p', { role: 'status' }, soundState() === 'on' ? said.heard : said.blocked);
    const heard = element('button', { type: 'button', class: 'primary', onclick: () => place.remove() }, said.heardIt);
    show(
        place,
        element('h2', { id: 'sound-asked' }, said.sound),
        told,
        element(
            'div',
            { class: 'buttons' },
            heard,
            element('button', { type: 'button', onclick: () => testTone() }, said.again),
            element('button', { type: 'button', onclick: () => no(place) }, said.nothing),
            element('a', { class: 'button', href: '/alerts' }, said.volume),
        ),
        element('p', {}, said.louder),
        quietNow() && element('p', { class: 'warning' }, quietNow()),
    );
    heard.focus();
}

function no(place) {
    switchSound(false);
    place.remove();
}
