// What users read at the bed from the product and the patient. Two users are needed.

import { post } from '../api.js';
import { birthDateField } from '../admission/birth-date.js';
import { text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { words } from '../phrases.js';
import { dateAndClock } from '../time.js';
import { savingForm } from './saving.js';
import { told } from './words.js';

const said = words.journeyBedside;
const FIELDS = ['coiId', 'patientId', 'name', 'birthDate'];

export const bedsideForm = (path, after) =>
    element(
        'details',
        {},
        element('summary', {}, said.enter),
        element('p', { class: 'quiet' }, said.how),
        savingForm({
            label: words.journey.bedside,
            button: said.record,
            fields: element(
                'div',
                { class: 'grid' },
                text('coiId', said.coiId, { maxlength: 128, autocomplete: 'off' }),
                text('patientId', said.patientId, { maxlength: 128, autocomplete: 'off' }),
                text('name', said.name, { required: false, maxlength: 200, autocomplete: 'off' }),
                birthDateField({ required: false, autocomplete: 'off' }),
                timeField('at', words.journey.at, { required: false }),
            ),
            save: async data => {
                const { checks } = await post(`${path}/identity`, {
                    ...Object.fromEntries(FIELDS.map(name => [name, textOf(data, name)])),
                    at: timeOf(data, 'at'),
                });
                const { state, finding } = checks.find(({ id }) => id === 'J-1');
                return said.recorded(said.states[state] ?? state, told(finding));
            },
            after,
        }),
    );

export const readingLine = ({ coiId, patientId, name, birthDate, at, by }) =>
    element(
        'li',
        {},
        said.line(
            dateAndClock(at),
            by,
            [said.read.coiId(coiId), said.read.patientId(patientId), name, birthDate && said.read.birthDate(birthDate)]
                .filter(Boolean)
                .join(', '),
        ),
    );
