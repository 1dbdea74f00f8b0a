// The list of alerts, and the settings of sound and notifications.

import { list, patiently } from './api.js';
import { showAlerts } from './alert-list.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { frame, onAlert } from './frame.js';
import { allowNotifications, notificationState } from './notification.js';
import { wards } from './place.js';
import { every } from './poll.js';
import { atTheBedside } from './session.js';
import { onSoundState, soundState, switchSound, testTone } from './sound.js';
import { offerVolume } from './volume-form.js';
import { quietNow } from './volume.js';

const PULSE = 5_000;
const STATES = [
    ['open', 'Open'],
    ['acknowledged', 'Somebody has it'],
    ['resolved', 'Resolved'],
];
const MOST = 200;

const SOUND = {
    on: 'Sound is on. A high alert that nobody has answered sounds again every 30 seconds.',
    off: 'Sound is off: alerts are only seen, not heard.',
    blocked: 'Sound is blocked by the browser until this page is touched.',
};

const NOTIFICATIONS = {
    granted: 'Desktop notifications are on. They show the bed and the priority only.',
    denied: 'Desktop notifications are refused in this browser’s settings.',
    default: 'Desktop notifications are off.',
    unavailable: 'Desktop notifications need a secure (https) address, and a browser that shows them.',
};

/** Limits the list to one ward if the address says so. The page shows this, because otherwise nobody would notice. */
const ward = new URLSearchParams(location.search).get('ward') ?? undefined;
let state = 'open';

const who = await frame({ keepsFresh: true });
const refresh = every(PULSE, draw);
offerStates();
tellWard();
tellHearing();
onSoundState(tellHearing);
patiently(wards).then(known => offerVolume(byId('volume'), known));
onAlert(refresh);
refresh();

function offerStates() {
    show(
        byId('which'),
        STATES.map(([value, text]) =>
            element(
                'label',
                {},
                element('input', {
                    type: 'radio',
                    name: 'state',
                    value,
                    checked: value === state,
                    onchange: () => {
                        state = value;
                        refresh();
                    },
                }),
                text,
            ),
        ),
    );
}

function tellWard() {
    byId('one-ward').hidden = ward === undefined;
    show(byId('one-ward'), `Alerts of ${ward} only. `, element('a', { class: 'button', href: '/alerts' }, 'Show all'));
}

async function draw() {
    const alerts = await list('/v1/alerts', { state, ward }, MOST);
    fresh();
    byId('empty').hidden = alerts.length > 0;
    showAlerts(byId('alerts'), alerts, { mayAnswer: atTheBedside(who), done: refresh });
}

function tellHearing() {
    const sound = soundState();
    const notifications = notificationState();
    byId('sound-state').textContent = [SOUND[sound], NOTIFICATIONS[notifications], quietNow()]
        .filter(Boolean)
        .join(' ');
    const ask = () => allowNotifications().then(tellHearing);
    show(
        byId('hearing-buttons'),
        element(
            'button',
            { type: 'button', onclick: () => switchSound(sound !== 'on') },
            sound === 'on' ? 'Switch sound off' : 'Switch sound on',
        ),
        element('button', { type: 'button', onclick: () => testTone() }, 'Play a test tone'),
        notifications === 'default' &&
            element('button', { type: 'button', onclick: ask }, 'Allow desktop notifications'),
    );
}
