// The form for vasopressors: a unit for each agent, and the dose by weight and per minute.

import { element, show } from '../element.js';
import { choice, enable, number, numberOf, pickOrName, text, textOf } from './fields.js';

const BY_WEIGHT = ['ug/kg/min', 'ug/min', 'mg/h'];

/** Each agent with its units, the usual one first. */
const AGENTS = [
    ['norepinephrine', 'Norepinephrine (noradrenaline)', BY_WEIGHT],
    ['epinephrine', 'Epinephrine (adrenaline)', BY_WEIGHT],
    ['phenylephrine', 'Phenylephrine', ['ug/min', 'ug/kg/min', 'mg/h']],
    ['dopamine', 'Dopamine', BY_WEIGHT],
    ['angiotensin-ii', 'Angiotensin II', ['ng/kg/min']],
    ['metaraminol', 'Metaraminol', ['mg/h', 'ug/kg/min']],
    ['ephedrine', 'Ephedrine', ['mg/h', 'mg/min']],
    ['vasopressin', 'Vasopressin', ['U/min', 'U/h']],
    ['terlipressin', 'Terlipressin', ['mg/h', 'ug/kg/h']],
    ['dobutamine', 'Dobutamine', BY_WEIGHT],
    ['milrinone', 'Milrinone', BY_WEIGHT],
    ['levosimendan', 'Levosimendan', BY_WEIGHT],
    ['midodrine', 'Midodrine', []],
    ['methylene-blue', 'Methylene blue', ['mg/kg/h', 'mg/h']],
    ['hydroxocobalamin', 'Hydroxocobalamin', ['mg/h']],
    ['other', 'Other', [...BY_WEIGHT, 'U/min', 'mL/h']],
];
const UNITS = Object.fromEntries(AGENTS.map(([agent, , units]) => [agent, units]));
const ACTIONS = [
    ['started', 'Started'],
    ['changed', 'Rate changed'],
    ['paused', 'Paused'],
    ['stopped', 'Stopped'],
];

const MICROGRAMS = { ng: 0.001, ug: 1, mg: 1000 };
const MINUTES = { min: 1, h: 60 };

export function vasopressorForm({ weight }) {
    const unit = element('select', { name: 'rateUnit' });
    const dose = element(
        'div',
        { hidden: true },
        element(
            'div',
            { class: 'grid' },
            number('rate', 'Rate', { required: false }),
            element('label', { class: 'field' }, element('span', {}, 'Unit of the rate'), unit),
        ),
        element(
            'p',
            { class: 'quiet' },
            weight
                ? `Weight ${weight} kg.`
                : 'The weight is not known, so a dose by weight cannot be told per minute, or the other way round.',
        ),
    );
    const rate = dose.querySelector('[name=rate]');
    const rateLabel = rate.closest('label').querySelector('span');
    const nameUnit = () => {
        rateLabel.textContent = unit.value ? `Rate, ${spelled(unit.value)}` : 'Rate';
    };
    const agent = pickOrName(
        'agent',
        'Agent',
        AGENTS.map(([word, words]) => [word, words]),
    );
    agent.querySelector('select').addEventListener('change', ({ target }) => {
        const units = UNITS[target.value] ?? [];
        enable(dose, units.length > 0);
        // A rate in the unit of another agent is another dose.
        rate.value = '';
        rate.dispatchEvent(new Event('input'));
        show(
            unit,
            units.map(value => element('option', { value }, spelled(value))),
        );
        nameUnit();
    });
    unit.addEventListener('change', nameUnit);
    return {
        node: element(
            'div',
            {},
            choice('action', 'What', ACTIONS),
            agent,
            dose,
            text('infusionId', 'Which line or pump, if there are several', { required: false, maxlength: 128 }),
        ),
        read: data => ({
            kind: 'vasopressor',
            agent: data.get('agent'),
            agentName: textOf(data, 'agentName'),
            action: data.get('action'),
            infusionId: textOf(data, 'infusionId'),
            rate: rateOf(data),
        }),
        aside: data => otherwise(rateOf(data), weight),
    };
}

const spelled = unit => unit.replace('ug', 'µg');

function rateOf(data) {
    const value = numberOf(data, 'rate');
    return value === undefined ? undefined : { value, unit: data.get('rateUnit') };
}

/** A rate by weight as the pump shows it, and the other way round. */
function otherwise(rate, weight) {
    const [, mass, byWeight, time] = rate?.unit.match(/^([num]g)(\/kg)?\/(min|h)$/) ?? [];
    if (!mass || !weight || rate.value === 0) return undefined;
    const micrograms = (rate.value * MICROGRAMS[mass]) / MINUTES[time];
    const perMinute = rounded(byWeight ? micrograms * weight : micrograms);
    const perKilogram = rounded(byWeight ? micrograms : micrograms / weight);
    return [
        rate.unit !== 'ug/kg/min' && `${perKilogram} µg/kg/min`,
        rate.unit !== 'ug/min' && `${perMinute} µg/min`,
        `at ${weight} kg`,
    ]
        .filter(Boolean)
        .join(', ');
}

const rounded = value => Number(value.toPrecision(3));
