// Admitting a patient, moving one to another bed, ending the monitoring.

import { list, patch, post, step } from './api.js';
import { choice, field, number, numberOf, pick, text, textOf, tick } from './check/fields.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { displayName, patientPath } from './person.js';
import { fromLocalInput, localInput } from './time.js';
import { spoken } from './words.js';

const PHASES = ['leukapheresis', 'genetic-engineering', 'expansion', 'quality-control', 'bridging-therapy', 'lymphodepletion', 'infusion'];
const BASELINE = [
    ['systolic', 'Systolic, mmHg'],
    ['diastolic', 'Diastolic, mmHg'],
    ['temperature', 'Temperature, °C'],
    ['spo2', 'SpO₂, %'],
    ['ice', 'ICE, 0 to 10'],
    ['capd', 'CAPD, 0 to 32'],
    ['oxygenFlow', 'Oxygen at home, L/min'],
];

const form = byId('admission');
await frame();
show(
    form,
    element('fieldset', {}, element('legend', {}, 'Patient'), element('div', { class: 'grid' }, text('patientId', 'Hospital id', { maxlength: 64, pattern: '[A-Za-z0-9.\\-]{1,64}', title: 'Letters, digits, dot and dash' }), text('name', 'Name', { required: false, maxlength: 200 }), text('birthDate', 'Date of birth', { type: 'date' }), text('sex', 'Sex', { required: false, maxlength: 64 }), number('weight', 'Weight, kg', { required: false, min: 0.1, max: 500 }))),
    element('fieldset', {}, element('legend', {}, 'Place'), element('div', { class: 'grid' }, text('ward', 'Ward', { maxlength: 64 }), text('bed', 'Bed', { maxlength: 64 }))),
    element('fieldset', {}, element('legend', {}, 'Therapy'), element('div', { class: 'grid' }, text('product', 'Product', { maxlength: 200 }), text('indication', 'Indication', { required: false, maxlength: 200 }), field('Infused at', element('input', { name: 'infusedAt', type: 'datetime-local', required: true, value: localInput() })))),
    element('fieldset', {}, element('legend', {}, 'Baseline before the infusion'), element('div', { class: 'grid' }, BASELINE.map(([name, label]) => number(`baseline.${name}`, label, { required: false }))), element('div', { class: 'choice' }, tick('baseline.developmentalDelay', 'Developmental delay (CAPD instead of ICE)'))),
    element('details', {}, element('summary', {}, 'Journey from leukapheresis to infusion'), PHASES.map(phase => element('div', { class: 'grid' }, text(`journey.${phase}.startedAt`, `${spoken(phase)} from`, { type: 'datetime-local', required: false }), text(`journey.${phase}.endedAt`, 'until', { type: 'datetime-local', required: false })))),
    element('button', { class: 'primary' }, 'Admit'),
);
form.addEventListener('submit', event => {
    event.preventDefault();
    attempt(admit);
});
await offerChanges();

async function admit() {
    const data = new FormData(form);
    const { patientId } = await post('/v1/episodes', admission(data));
    form.reset();
    show(byId('result'), element('p', { class: 'card' }, 'Admitted. ', element('a', { href: patientPath(patientId) }, `Open ${patientId}`)));
    await offerChanges();
}

const admission = data => ({
    ...Object.fromEntries(['patientId', 'name', 'birthDate', 'sex', 'ward', 'bed', 'product', 'indication'].map(name => [name, textOf(data, name)])),
    weight: numberOf(data, 'weight'),
    infusedAt: fromLocalInput(data.get('infusedAt')),
    baseline: { ...Object.fromEntries(BASELINE.map(([name]) => [name, numberOf(data, `baseline.${name}`)])), developmentalDelay: data.has('baseline.developmentalDelay') || undefined },
    journey: PHASES.map(phase => station(data, phase)).filter(({ startedAt, endedAt }) => startedAt || endedAt),
});

function station(data, phase) {
    const at = end => (data.get(`journey.${phase}.${end}`) ? fromLocalInput(data.get(`journey.${phase}.${end}`)) : undefined);
    return { phase, startedAt: at('startedAt'), endedAt: at('endedAt') };
}

/** Bed moves and discharges of those who are here. */
async function offerChanges() {
    const episodes = await list('/v1/episodes', { status: 'active' });
    const change = element('form', { class: 'card', id: 'change' }, element('h2', {}, 'Move or discharge'), pick('episode', 'Patient', episodes.map(one => [one.id, `Bed ${one.bed} (${one.ward}): ${displayName(one)}, ${one.patientId}`])), choice('act', 'What', [['move', 'Move'], ['discharge', 'Discharge']]), element('div', { class: 'grid' }, text('ward', 'New ward', { required: false, maxlength: 64 }), text('bed', 'New bed', { required: false, maxlength: 64 })), text('note', 'Note on discharge', { required: false, maxlength: 4000 }), element('button', {}, 'Save'));
    change.addEventListener('submit', event => {
        event.preventDefault();
        attempt(() => save(new FormData(change)));
    });
    byId('change')?.remove();
    byId('main').append(change);
}

async function save(data) {
    const path = `/v1/episodes/${step(data.get('episode'))}`;
    if (data.get('act') === 'move') {
        await patch(path, { ward: textOf(data, 'ward'), bed: textOf(data, 'bed') });
    } else {
        await post(`${path}/discharge`, { at: new Date().toISOString(), note: textOf(data, 'note') });
    }
    show(byId('result'), element('p', { class: 'card' }, 'Saved.'));
    await offerChanges();
}

async function attempt(act) {
    try {
        await act();
    } catch (failure) {
        show(byId('result'), element('p', { class: 'warning', role: 'alert' }, `Not saved: ${failure.sentence ?? failure.message}`));
    }
    byId('result').scrollIntoView({ block: 'center' });
}
