// Asks at the sign-in whether this computer shall sound: nobody shall wait for a sound that never comes.

import { byId, element, show } from './element.js';
import { allowNotifications, notificationState } from './notification.js';
import { isSoundAnswered, soundState, switchSound, testTone } from './sound.js';
import { quietNow } from './volume.js';

/** Shows the question until it is answered. */
export function askForSound() {
    if (isSoundAnswered()) return;
    const place = element('section', { id: 'sound-question', 'aria-labelledby': 'sound-asked' });
    show(place, question(place));
    byId('frame').after(place);
}

const question = place => [
    element('h2', { id: 'sound-asked' }, 'Shall this computer sound for alerts?'),
    element('p', {}, 'One click switches sound and notifications on, and plays the sound of a high alert.'),
    element(
        'div',
        { class: 'buttons' },
        element('button', { type: 'button', class: 'primary', onclick: () => yes(place) }, 'Sound on, and test it'),
        element('button', { type: 'button', onclick: () => no(place) }, 'No sound: I look at the page'),
    ),
];

async function yes(place) {
    await switchSound(true);
    await testTone();
    if (notificationState() === 'default') allowNotifications();
    const words = element(
        'p',
        { role: 'status' },
        soundState() === 'on'
            ? 'You should hear ten pulses: three and two, twice. Did you?'
            : 'The browser blocks sound. Allow it in its settings for this address.',
    );
    const heard = element('button', { type: 'button', class: 'primary', onclick: () => place.remove() }, 'I heard it');
    show(
        place,
        element('h2', { id: 'sound-asked' }, 'Sound'),
        words,
        element(
            'div',
            { class: 'buttons' },
            heard,
            element('button', { type: 'button', onclick: () => testTone() }, 'Again'),
            element('button', { type: 'button', onclick: () => no(place) }, 'Nothing: switch sound off'),
            element('a', { class: 'button', href: '/alerts' }, 'Volume, and the night'),
        ),
        element('p', {}, 'If you heard nothing, turn this computer up and play it again.'),
        quietNow() && element('p', { class: 'warning' }, quietNow()),
    );
    heard.focus();
}

function no(place) {
    switchSound(false);
    place.remove();
}
