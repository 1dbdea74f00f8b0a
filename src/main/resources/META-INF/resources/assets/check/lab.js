// The form for a laboratory result that does not arrive automatically.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { spoken } from '../words.js';
import { choice, number, numberOf, pick, text, textOf } from './fields.js';

const said = words.check.lab;

/** The usual unit of each analyte, as a default that can be changed. */
const USUAL = {
    'il-6': 'pg/mL',
    'il-10': 'pg/mL',
    'il-2-receptor': 'U/mL',
    'ifn-gamma': 'pg/mL',
    'tnf-alpha': 'pg/mL',
    'mcp-1': 'pg/mL',
    crp: 'mg/L',
    ferritin: 'ug/L',
    ldh: 'U/L',
    fibrinogen: 'g/L',
    'd-dimer': 'mg/L',
    creatinine: 'mg/dL',
    alt: 'U/L',
    ast: 'U/L',
    bilirubin: 'mg/dL',
    triglycerides: 'mg/dL',
    platelets: '10*9/L',
    neutrophils: '10*9/L',
    haemoglobin: 'g/dL',
};

export function labForm() {
    const node = element(
        'div',
        {},
        pick(
            'analyte',
            said.analyte,
            Object.keys(USUAL).map(word => [word, spoken(word)]),
        ),
        choice(
            'comparator',
            said.comparator,
            [
                ['', said.exact],
                ['<', said.less],
                ['>', said.more],
            ],
            { required: false },
        ),
        element(
            'div',
            { class: 'grid' },
            number('value', said.value),
            text('unit', said.unit, { maxlength: 30 }),
            number('referenceLow', said.low, { required: false }),
            number('referenceHigh', said.high, { required: false }),
        ),
    );
    const analyte = node.querySelector('[name=analyte]');
    analyte.addEventListener('change', () => {
        node.querySelector('[name=unit]').value = USUAL[analyte.value] ?? '';
    });
    return {
        node,
        read: data => ({
            kind: 'lab-result',
            analyte: data.get('analyte'),
            comparator: textOf(data, 'comparator'),
            value: numberOf(data, 'value'),
            unit: textOf(data, 'unit'),
            referenceLow: numberOf(data, 'referenceLow'),
            referenceHigh: numberOf(data, 'referenceHigh'),
        }),
    };
}
