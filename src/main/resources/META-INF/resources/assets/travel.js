// The choice of two times: the clinical time, and the time of knowledge.

import { byId, element } from './element.js';
import { words } from './phrases.js';
import { dayAndClock, hoursAfter } from './time.js';

const said = words.travel;
const MINUTE = 60_000;

/** Sliders from the infusion to now. Calls back with `{at, knownAt}`; both undefined stand for now. */
export function offerTravel(infusedAt, changed) {
    const place = byId('travel');
    const from = Date.parse(infusedAt);
    const state = {};
    const sliders = [slider('at', said.at), slider('knownAt', said.knownAt)];
    const past = element(
        'div',
        { class: 'buttons', hidden: true },
        element(
            'button',
            {
                type: 'button',
                class: 'primary',
                onclick: () => {
                    sliders.forEach(({ toNow }) => toNow());
                    tell();
                },
            },
            said.back,
        ),
        element('span', {}, said.past),
    );
    place.append(
        element(
            'div',
            { class: 'sliders' },
            sliders.map(({ node }) => node),
        ),
        past,
    );

    function slider(field, label) {
        const length = () => Math.max(1, Math.ceil((Date.now() - from) / MINUTE));
        const input = element('input', { type: 'range', min: 0, max: length(), value: length(), step: 1 });
        const told = element('output', {}, said.now);
        const toNow = () => {
            input.max = length();
            input.value = input.max;
            state[field] = undefined;
            told.textContent = said.now;
            input.setAttribute('aria-valuetext', said.now);
        };
        input.addEventListener('input', () => {
            if (input.value === input.max) return toNow();
            state[field] = new Date(from + Number(input.value) * MINUTE).toISOString();
            told.textContent = said.moment(dayAndClock(state[field]), hoursAfter(state[field], infusedAt));
            input.setAttribute('aria-valuetext', told.textContent);
            return undefined;
        });
        input.addEventListener('change', tell);
        return {
            toNow,
            node: element('label', { class: 'field' }, element('span', {}, said.label(label), told), input),
        };
    }

    function tell() {
        const looksBack = Boolean(state.at || state.knownAt);
        place.classList.toggle('past', looksBack);
        past.hidden = !looksBack;
        changed({ ...state });
    }
}
