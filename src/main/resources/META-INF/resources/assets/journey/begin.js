// Begins a journey.

import { post } from '../api.js';
import { birthDateField } from '../admission/birth-date.js';
import { text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { journeyPath } from './row.js';
import { savingForm } from './saving.js';

const WORDS = [
    'patientId',
    'name',
    'birthDate',
    'sex',
    'product',
    'indication',
    'ward',
    'trial',
    'referringHospital',
    'coordinator',
];
const TIMES = ['referredAt', 'consentAt', 'infusionPlannedAt'];

/** @param after called when the journey is begun */
export const newJourney = (who, after) =>
    savingForm({
        label: 'New journey',
        button: 'Begin',
        fields: element('div', { class: 'grid' }, fields(who)),
        save: async data => {
            const { row } = await post('/v1/journeys', journey(data));
            return [
                `The journey of ${row.patientId} has begun. `,
                element('a', { class: 'button', href: journeyPath(row.id) }, 'Open it'),
            ];
        },
        after,
    });

const optional = (name, label, more) => text(name, label, { required: false, maxlength: 200, ...more });
const moment = (name, label) => timeField(name, label, { required: false });

const fields = who => [
    text('patientId', 'Hospital id', {
        maxlength: 64,
        pattern: '[A-Za-z0-9.\\-]{1,64}',
        title: 'Letters, digits, dot and dash',
    }),
    optional('name', 'Name'),
    birthDateField(),
    optional('sex', 'Sex', { maxlength: 64 }),
    text('product', 'Product', { maxlength: 200 }),
    optional('indication', 'Indication'),
    text('ward', 'Ward where the infusion is planned', { maxlength: 64 }),
    optional('coordinator', 'Coordinator', { value: who.role === 'coordinator' && who.username }),
    optional('referringHospital', 'Referring hospital'),
    optional('trial', 'Trial'),
    moment('referredAt', 'Referred at (now if left out)'),
    moment('consentAt', 'Consent at'),
    moment('apheresis.plannedAt', 'Apheresis planned for'),
    moment('infusionPlannedAt', 'Infusion planned for'),
    optional('identity.coiId', 'Chain of identity (COI), if assigned', { maxlength: 128 }),
];

function journey(data) {
    const coiId = textOf(data, 'identity.coiId');
    const plannedAt = timeOf(data, 'apheresis.plannedAt');
    return {
        ...Object.fromEntries(WORDS.map(name => [name, textOf(data, name)])),
        ...Object.fromEntries(TIMES.map(name => [name, timeOf(data, name)])),
        identity: coiId && { coiId },
        apheresis: plannedAt && { plannedAt },
    };
}
