// The form for vasopressors: a unit for each agent, and the dose by weight and per minute.

import { element, show } from '../element.js';
import { shown } from '../number.js';
import { words } from '../phrases.js';
import { choice, enable, number, numberOf, pickOrName, text, textOf } from './fields.js';

const said = words.check.vasopressor;

const BY_WEIGHT = ['ug/kg/min', 'ug/min', 'mg/h'];

/** Each agent with its units, the usual one first. */
const UNITS = {
    norepinephrine: BY_WEIGHT,
    epinephrine: BY_WEIGHT,
    phenylephrine: ['ug/min', 'ug/kg/min', 'mg/h'],
    dopamine: BY_WEIGHT,
    'angiotensin-ii': ['ng/kg/min'],
    metaraminol: ['mg/h', 'ug/kg/min'],
    ephedrine: ['mg/h', 'mg/min'],
    vasopressin: ['U/min', 'U/h'],
    terlipressin: ['mg/h', 'ug/kg/h'],
    dobutamine: BY_WEIGHT,
    milrinone: BY_WEIGHT,
    levosimendan: BY_WEIGHT,
    midodrine: [],
    'methylene-blue': ['mg/kg/h', 'mg/h'],
    hydroxocobalamin: ['mg/h'],
    other: [...BY_WEIGHT, 'U/min', 'mL/h'],
};
const ACTIONS = ['started', 'changed', 'paused', 'stopped'];

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
            number('rate', said.rate, { required: false }),
            element('label', { class: 'field' }, element('span', {}, said.unit), unit),
        ),
        element('p', { class: 'quiet' }, weight ? said.weight(shown(weight)) : said.noWeight),
    );
    const rate = dose.querySelector('[name=rate]');
    const rateLabel = rate.closest('label').querySelector('span');
    const nameUnit = () => {
        rateLabel.textContent = unit.value ? said.rateIn(spelled(unit.value)) : said.rate;
    };
    const agent = pickOrName(
        'agent',
        said.agent,
        Object.keys(UNITS).map(word => [word, said.agents[word]]),
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
            choice(
                'action',
                said.what,
                ACTIONS.map(action => [action, said.actions[action]]),
            ),
            agent,
            dose,
            text('infusionId', said.line, { required: false, maxlength: 128 }),
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
        rate.unit !== 'ug/kg/min' && `${shown(perKilogram)} µg/kg/min`,
        rate.unit !== 'ug/min' && `${shown(perMinute)} µg/min`,
        said.atWeight(shown(weight)),
    ]
        .filter(Boolean)
        .join(', ');
}

const rounded = value => Number(value.toPrecision(3));
