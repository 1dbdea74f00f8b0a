// The list of alerts, and the settings of sound and notifications.

import { list, patiently } from './api.js';
import { showAlerts } from './alert-list.js';
import { fresh } from './contact.js';
import { byId, element, show } from './element.js';
import { frame, onAlert } from './frame.js';
import { allowNotifications, notificationState } from './notification.js';
import { words } from './phrases.js';
import { wards } from './place.js';
import { every } from './poll.js';
import { atTheBedside } from './session.js';
import { onSoundState, soundState, switchSound, testTone } from './sound.js';
import { offerVolume } from './volume-form.js';
import { quietNow } from './volume.js';

const PULSE = 5_000;
const MOST = 200;
const SAYS = words.alerts;

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
        Object.entries(SAYS.states).map(([value, text]) =>
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
    show(byId('one-ward'), SAYS.oneWard(ward), element('a', { class: 'button', href: '/alerts' }, SAYS.all));
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
    byId('sound-state').textContent = [SAYS.sound[sound], SAYS.notifications[notifications], quietNow()]
        .filter(Boolean)
        .join(' ');
    const ask = () => allowNotifications().then(tellHearing);
    show(
        byId('hearing-buttons'),
        element(
            'button',
            { type: 'button', onclick: () => switchSound(sound !== 'on') },
            sound === 'on' ? SAYS.soundOff : SAYS.soundOn,
        ),
        element('button', { type: 'button', onclick: () => testTone() }, SAYS.testTone),
        notifications === 'default' && element('button', { type: 'button', onclick: ask }, SAYS.allow),
    );
}
