// The settings of the volume: for each ward, by day and by night.

import { byId, element, show } from './element.js';
import { words } from './phrases.js';
import { testTone } from './sound.js';
import { hospitalZone } from './time.js';
import { EVERY_WARD, setVolume, volumeFor } from './volume.js';

const said = words.volume;
const PERCENT = 100;

/** @param wards the names of the wards that the user hears */
export function offerVolume(place, wards) {
    const fields = element('div', { id: 'volume-fields' });
    const ward = element(
        'select',
        { name: 'volume-ward', onchange: () => draw() },
        element('option', { value: EVERY_WARD }, said.everyWardElse),
        wards.map(name => element('option', { value: name }, name)),
    );
    const draw = () => show(fields, settings(ward.value));
    show(
        place,
        element('label', { class: 'field' }, element('span', {}, said.ward), ward),
        fields,
        element('p', { class: 'quiet' }, said.kept),
    );
    draw();
}

function settings(ward) {
    const now = volumeFor(ward);
    const change = more => {
        Object.assign(now, more);
        setVolume(ward, { ...now });
        byId('night-hours').hidden = !now.nightly;
    };
    return [
        volume(said.day, now.day, day => change({ day })),
        element(
            'label',
            { class: 'tick' },
            element('input', {
                type: 'checkbox',
                name: 'nightly',
                checked: now.nightly,
                onchange: ({ target }) => change({ nightly: target.checked }),
            }),
            said.nightly,
        ),
        element(
            'div',
            { id: 'night-hours', class: 'grid', hidden: !now.nightly },
            hour('night-from', said.from, now.from, from => change({ from })),
            hour('night-to', said.to(hospitalZone()), now.to, to => change({ to })),
            volume(said.night, now.night, night => change({ night })),
        ),
        element(
            'div',
            { class: 'buttons' },
            ['high', 'medium', 'low'].map(priority =>
                element('button', { type: 'button', onclick: () => testTone(priority, ward) }, said.play[priority]),
            ),
        ),
    ];
}

function volume(label, value, change) {
    const told = element('span', {}, said.share(label, Math.round(value * PERCENT)));
    const range = element('input', {
        type: 'range',
        min: 0,
        max: PERCENT,
        step: 5,
        value: Math.round(value * PERCENT),
        'aria-label': label,
        oninput: ({ target }) => {
            told.textContent = said.share(label, target.value);
            change(Number(target.value) / PERCENT);
        },
    });
    return element('label', { class: 'field' }, told, range);
}

const hour = (name, label, value, change) =>
    element(
        'label',
        { class: 'field' },
        element('span', {}, label),
        element('input', {
            name,
            type: 'time',
            required: true,
            value,
            onchange: ({ target }) => target.value && change(target.value),
        }),
    );
