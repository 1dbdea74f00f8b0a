// Admitting a patient, moving one to another bed, correcting the baseline, ending the monitoring.

import { offerChanges } from './admission/changes.js';
import { baselineFields, baselineOf } from './admission/baseline.js';
import { birthDateField } from './admission/birth-date.js';
import { alertText } from './alert-text.js';
import { post } from './api.js';
import { tryForm } from './attempt.js';
import { number, numberOf, text, textOf } from './check/fields.js';
import { timeField, timeOf } from './check/time-field.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { patientPath } from './person.js';
import { words } from './phrases.js';
import { localInput } from './time.js';
import { spoken } from './words.js';

const PHASES = [
    'leukapheresis',
    'genetic-engineering',
    'expansion',
    'quality-control',
    'bridging-therapy',
    'lymphodepletion',
    'infusion',
];

const said = words.admission;
const form = byId('admission');

const part = (legend, ...fields) => element('fieldset', {}, element('legend', {}, legend), fields);
const grid = (...fields) => element('div', { class: 'grid' }, fields);

const admission = data => ({
    ...Object.fromEntries(
        ['patientId', 'name', 'birthDate', 'sex', 'ward', 'bed', 'product', 'indication'].map(name => [
            name,
            textOf(data, name),
        ]),
    ),
    weight: numberOf(data, 'weight'),
    infusedAt: timeOf(data, 'infusedAt'),
    baseline: baselineOf(data),
    journey: PHASES.map(phase => station(data, phase)).filter(({ startedAt, endedAt }) => startedAt || endedAt),
});

function station(data, phase) {
    const at = end => timeOf(data, `journey.${phase}.${end}`);
    return { phase, startedAt: at('startedAt'), endedAt: at('endedAt'), note: textOf(data, `journey.${phase}.note`) };
}

await frame();
show(
    form,
    part(
        said.patient,
        grid(
            text('patientId', said.id, {
                maxlength: 64,
                pattern: '[A-Za-z0-9.\\-]{1,64}',
                title: said.idHow,
            }),
            text('name', said.name, { required: false, maxlength: 200 }),
            birthDateField(),
            text('sex', said.sex, { required: false, maxlength: 64 }),
            number('weight', said.weight, { required: false, min: 0.1, max: 500 }),
        ),
    ),
    part(said.place, grid(text('ward', said.ward, { maxlength: 64 }), text('bed', said.bed, { maxlength: 64 }))),
    part(
        said.therapy,
        grid(
            text('product', said.product, { maxlength: 200 }),
            text('indication', said.indication, { required: false, maxlength: 200 }),
            timeField('infusedAt', said.infusedAt, { value: localInput() }),
        ),
    ),
    part(said.baselineTitle, baselineFields()),
    element(
        'details',
        {},
        element('summary', {}, said.journey),
        PHASES.map(phase =>
            grid(
                timeField(`journey.${phase}.startedAt`, said.from(spoken(phase)), { required: false }),
                timeField(`journey.${phase}.endedAt`, said.until(spoken(phase)), { required: false }),
                text(`journey.${phase}.note`, said.noteOn(spoken(phase)), { required: false }),
            ),
        ),
    ),
    element('div', { class: 'buttons' }, element('button', { class: 'primary' }, said.admit)),
);
tryForm(form, async data => {
    const { patientId, warnings = [] } = await post('/v1/episodes', admission(data));
    form.reset();
    await offerChanges();
    return element(
        'span',
        {},
        `${[said.admitted, ...warnings.map(alertText)].join(' ')} `,
        element('a', { class: 'button', href: patientPath(patientId) }, said.open(patientId)),
    );
});
await offerChanges();
