// Says loudly when the page no longer hears the service: old values must not reassure anybody.

import { onHeard } from './api.js';
import { announce } from './announce.js';
import { element } from './element.js';
import { clockSeconds, span } from './time.js';

const LOST_AFTER = 11_000;

let last = Date.now();
let lost = false;

const words = element('span');
const banner = element(
    'div',
    { class: 'contact-banner', role: 'alert', hidden: true },
    element('strong', {}, 'No contact with the service. '),
    words,
);

export function watchContact() {
    document.body.prepend(banner);
    onHeard(() => {
        last = Date.now();
        if (lost) tell(false);
    });
    setInterval(check, 1_000);
}

function check() {
    const silence = Date.now() - last;
    if (silence > LOST_AFTER) {
        const since = silence < 60_000 ? `${Math.floor(silence / 1000)} s` : span(silence);
        words.textContent = `What you see is as of ${clockSeconds(last)} (${since} ago). Look at the patient.`;
        if (!lost) tell(true);
    }
}

function tell(nowLost) {
    lost = nowLost;
    banner.hidden = !lost;
    document.documentElement.classList.toggle('lost', lost);
    if (!lost) announce('Contact with the service is back.');
}
