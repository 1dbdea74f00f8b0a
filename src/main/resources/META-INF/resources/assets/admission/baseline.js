// The patient's own values before the infusion, with which grading compares.

import { number, numberOf, tick } from '../check/fields.js';
import { element } from '../element.js';
import { words } from '../phrases.js';

const FIELDS = ['systolic', 'diastolic', 'temperature', 'spo2', 'ice', 'capd', 'oxygenFlow'];

const said = words.admission.baseline;

/** @param known the current baseline */
export function baselineFields(known = {}) {
    const fields = [
        element(
            'div',
            { class: 'grid' },
            FIELDS.map(name => number(`baseline.${name}`, said.fields[name], { required: false })),
        ),
        element('div', { class: 'choice' }, tick('baseline.developmentalDelay', said.delay)),
    ];
    fields[0].querySelectorAll('input').forEach(input => {
        input.value = known[input.name.split('.')[1]] ?? '';
    });
    fields[1].querySelector('input').checked = known.developmentalDelay === true;
    return fields;
}

/** @param absent the value of an empty field: nothing for an admission, `null` to remove a value */
export const baselineOf = (data, absent) => ({
    ...Object.fromEntries(FIELDS.map(name => [name, numberOf(data, `baseline.${name}`) ?? absent])),
    developmentalDelay: data.has('baseline.developmentalDelay') || absent,
});
