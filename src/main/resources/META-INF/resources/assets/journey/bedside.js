// What users read at the bed from the product and the patient. Two users are needed.

import { post } from '../api.js';
import { birthDateField } from '../admission/birth-date.js';
import { text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element } from '../element.js';
import { dateAndClock } from '../time.js';
import { savingForm } from './saving.js';
import { told } from './words.js';

const FIELDS = ['coiId', 'patientId', 'name', 'birthDate'];

export const bedsideForm = (path, after) =>
    element(
        'details',
        {},
        element('summary', {}, 'Enter what you read at the bed'),
        element(
            'p',
            { class: 'quiet' },
            'Read the product’s label and ask the patient. Give two identifiers of the patient: ' +
                'the hospital id, and the name or the date of birth. Two users read, each signed in as themselves.',
        ),
        savingForm({
            label: 'Identity at the bed',
            button: 'Record my reading',
            fields: element(
                'div',
                { class: 'grid' },
                text('coiId', 'Chain of identity (COI) on the product', { maxlength: 128, autocomplete: 'off' }),
                text('patientId', 'Hospital id of the patient', { maxlength: 128, autocomplete: 'off' }),
                text('name', 'Name of the patient', { required: false, maxlength: 200, autocomplete: 'off' }),
                birthDateField({ required: false, autocomplete: 'off' }),
                timeField('at', 'When (now if left out)', { required: false }),
            ),
            save: async data => {
                const { checks } = await post(`${path}/identity`, {
                    ...Object.fromEntries(FIELDS.map(name => [name, textOf(data, name)])),
                    at: timeOf(data, 'at'),
                });
                const { state, finding } = checks.find(({ id }) => id === 'J-1');
                return `Recorded. J-1 is ${state === 'stop' ? 'a STOP' : state}: ${told(finding)}.`;
            },
            after,
        }),
    );

export const readingLine = ({ coiId, patientId, name, birthDate, at, by }) =>
    element(
        'li',
        {},
        `${dateAndClock(at)}: ${by} read ` +
            [`COI ${coiId}`, `hospital id ${patientId}`, name, birthDate && `born ${birthDate}`]
                .filter(Boolean)
                .join(', '),
    );
