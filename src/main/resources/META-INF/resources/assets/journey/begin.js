// Begins a journey.

import { post } from '../api.js';
import { birthDateField } from '../admission/birth-date.js';
import { text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { words } from '../phrases.js';
import { journeyPath } from './row.js';
import { savingForm } from './saving.js';

const said = words.journeyBegin;
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
        label: said.form,
        button: said.begin,
        fields: element('div', { class: 'grid' }, fields(who)),
        save: async data => {
            const { row } = await post('/v1/journeys', journey(data));
            return [said.begun(row.patientId), element('a', { class: 'button', href: journeyPath(row.id) }, said.open)];
        },
        after,
    });

const optional = (name, label, more) => text(name, label, { required: false, maxlength: 200, ...more });
const moment = (name, label) => timeField(name, label, { required: false });

const fields = who => [
    text('patientId', said.patientId, {
        maxlength: 64,
        pattern: '[A-Za-z0-9.\\-]{1,64}',
        title: said.patientIdHow,
    }),
    optional('name', said.name),
    birthDateField(),
    optional('sex', said.sex, { maxlength: 64 }),
    text('product', said.product, { maxlength: 200 }),
    optional('indication', said.indication),
    text('ward', said.ward, { maxlength: 64 }),
    optional('coordinator', said.coordinator, { value: who.role === 'coordinator' && who.username }),
    optional('referringHospital', said.referringHospital),
    optional('trial', said.trial),
    moment('referredAt', said.referredAt),
    moment('consentAt', said.consentAt),
    moment('apheresis.plannedAt', said.apheresisPlannedAt),
    moment('infusionPlannedAt', said.infusionPlannedAt),
    optional('identity.coiId', said.coiId, { maxlength: 128 }),
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
