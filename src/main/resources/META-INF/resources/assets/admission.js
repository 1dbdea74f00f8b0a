// Admitting a patient, moving one to another bed, correcting the baseline, ending the monitoring.

import { offerChanges } from './admission/changes.js';
import { baselineFields, baselineOf } from './admission/baseline.js';
import { birthDateField } from './admission/birth-date.js';
import { post } from './api.js';
import { tryForm } from './attempt.js';
import { number, numberOf, text, textOf } from './check/fields.js';
import { timeField, timeOf } from './check/time-field.js';
import { byId, element, show } from './element.js';
import { frame } from './frame.js';
import { patientPath } from './person.js';
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
        'Patient',
        grid(
            text('patientId', 'Hospital id', {
                maxlength: 64,
                pattern: '[A-Za-z0-9.\\-]{1,64}',
                title: 'Letters, digits, dot and dash',
            }),
            text('name', 'Name', { required: false, maxlength: 200 }),
            birthDateField(),
            text('sex', 'Sex', { required: false, maxlength: 64 }),
            number('weight', 'Weight, kg', { required: false, min: 0.1, max: 500 }),
        ),
    ),
    part('Place', grid(text('ward', 'Ward', { maxlength: 64 }), text('bed', 'Bed', { maxlength: 64 }))),
    part(
        'Therapy',
        grid(
            text('product', 'Product', { maxlength: 200 }),
            text('indication', 'Indication', { required: false, maxlength: 200 }),
            timeField('infusedAt', 'Infused at', { value: localInput() }),
        ),
    ),
    part('Baseline before the infusion', baselineFields()),
    element(
        'details',
        {},
        element('summary', {}, 'Journey from leukapheresis to infusion'),
        PHASES.map(phase =>
            grid(
                timeField(`journey.${phase}.startedAt`, `${spoken(phase)} from`, { required: false }),
                timeField(`journey.${phase}.endedAt`, `${spoken(phase)} until`, { required: false }),
                text(`journey.${phase}.note`, `Note on ${spoken(phase).toLowerCase()}`, { required: false }),
            ),
        ),
    ),
    element('div', { class: 'buttons' }, element('button', { class: 'primary' }, 'Admit')),
);
tryForm(form, async data => {
    const { patientId, warnings = [] } = await post('/v1/episodes', admission(data));
    form.reset();
    await offerChanges();
    return element(
        'span',
        {},
        `${['Admitted.', ...warnings].join(' ')} `,
        element('a', { class: 'button', href: patientPath(patientId) }, `Open ${patientId}`),
    );
});
await offerChanges();
