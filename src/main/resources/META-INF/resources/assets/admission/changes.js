// Changes of an active episode: the bed, the baseline, corrections of the admission, a further infusion, the discharge.

import { list, patch, patiently, post, step } from '../api.js';
import { tryForm } from '../attempt.js';
import { choice, field, number, numberOf, text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { byId, element, show } from '../element.js';
import { bothRegraded } from '../correct/consequence.js';
import { toolOf } from '../episode.js';
import { displayName } from '../person.js';
import { dateAndClock, localInput, now } from '../time.js';
import { spoken } from '../words.js';
import { baselineFields, baselineOf } from './baseline.js';
import { birthDateField } from './birth-date.js';

const FACTS = {
    name: 'Name',
    birthDate: 'Date of birth',
    sex: 'Sex',
    weight: 'Weight',
    product: 'Product',
    infusedAt: 'Infused at',
};
const KEPT = 'What was known before stays readable.';

const ACTS = {
    move: {
        title: 'Move',
        fields: ({ ward, bed }) =>
            element(
                'div',
                { class: 'grid' },
                text('ward', 'Ward', { maxlength: 64, value: ward }),
                text('bed', 'Bed', { maxlength: 64, value: bed }),
            ),
        save: (path, data) => patch(path, { ward: textOf(data, 'ward'), bed: textOf(data, 'bed') }),
    },
    baseline: {
        title: 'Correct the baseline',
        consequence: (data, { infusedAt }) => `${bothRegraded(infusedAt)} ${KEPT}`,
        fields: ({ baseline }) => [
            element('p', { class: 'quiet' }, 'It applies from the infusion on. What was known before is kept.'),
            baselineFields(baseline),
        ],
        save: (path, data) => patch(path, { baseline: baselineOf(data, null) }),
    },
    correct: {
        title: 'Correct the admission',
        consequence: consequenceOfCorrection,
        fields: episode => [
            element('p', { class: 'quiet' }, 'It applies from the admission on. What was known before is kept.'),
            element(
                'div',
                { class: 'grid' },
                text('name', 'Name', { required: false, maxlength: 200, value: episode.name }),
                birthDateField({ value: episode.birthDate }),
                text('sex', 'Sex', { required: false, maxlength: 64, value: episode.sex }),
                number('weight', 'Weight, kg', { required: false, min: 0.1, max: 500, value: episode.weight }),
                text('product', 'Product', { maxlength: 200, value: episode.product }),
                timeField('infusedAt', 'Infused at', { value: localInput(new Date(episode.infusedAt)) }),
            ),
            text('reason', 'Why', { maxlength: 4000 }),
        ],
        save: (path, data, episode) => patch(path, { ...corrected(data, episode), reason: textOf(data, 'reason') }),
    },
    infusion: {
        title: 'Record a further infusion',
        consequence: data => timeOf(data, 'at') && `${bothRegraded(timeOf(data, 'at'))} ${KEPT}`,
        fields: () => [
            element('p', { class: 'quiet' }, 'The next part of a split dose.'),
            element(
                'div',
                { class: 'grid' },
                timeField('at', 'Infused at', { value: localInput() }),
                text('product', 'Product, if another', { required: false, maxlength: 200 }),
            ),
            text('note', 'Note', { required: false, maxlength: 4000 }),
        ],
        save: (path, data) =>
            post(`${path}/infusions`, {
                at: timeOf(data, 'at'),
                product: textOf(data, 'product'),
                note: textOf(data, 'note'),
            }),
    },
    discharge: {
        title: 'Discharge',
        fields: () => text('note', 'Note on discharge', { required: false, maxlength: 4000 }),
        save: (path, data) =>
            post(`${path}/discharge`, { at: new Date(now()).toISOString(), note: textOf(data, 'note') }),
    },
};

/** What differs, and what is graded again: "Weight: 80 instead of 71.5. CRS and ICANS are graded again …". */
function consequenceOfCorrection(data, episode) {
    const changes = corrected(data, episode);
    const told = Object.entries(changes).map(
        ([name, value]) => `${FACTS[name]}: ${shown(name, value)} instead of ${shown(name, episode[name])}.`,
    );
    if (told.length === 0) return '';
    const first = [changes.infusedAt, episode.infusedAt].filter(Boolean).sort()[0];
    const [before, after] = [toolOf(episode), toolOf({ ...episode, ...changes })];
    return [
        ...told,
        bothRegraded(first),
        before !== after && `The tool of the neuro checks is then ${spoken(after)}, and not ${spoken(before)}.`,
        KEPT,
    ]
        .filter(Boolean)
        .join(' ');
}

function shown(name, value) {
    if (value === undefined) return 'nothing';
    return name === 'infusedAt' ? dateAndClock(value) : `${value}${name === 'weight' ? ' kg' : ''}`;
}

/** The fields that differ from the stored values. No value is removed. */
function corrected(data, episode) {
    const told = Object.fromEntries(['name', 'birthDate', 'sex', 'product'].map(name => [name, textOf(data, name)]));
    const changes = Object.fromEntries(
        Object.entries({ ...told, weight: numberOf(data, 'weight') }).filter(
            ([name, value]) => value !== undefined && value !== episode[name],
        ),
    );
    const moved = data.get('infusedAt') !== localInput(new Date(episode.infusedAt));
    return moved ? { ...changes, infusedAt: timeOf(data, 'infusedAt') } : changes;
}

/** The patient and the change that the page before asks for. */
let asked = new URLSearchParams(location.search);

export async function offerChanges() {
    const episodes = await patiently(() => list('/v1/episodes', { status: 'active' }));
    const patient = element(
        'select',
        { name: 'episode', required: true },
        element('option', { value: '' }, 'Choose…'),
        episodes.map(one =>
            element('option', { value: one.id }, `Bed ${one.bed} (${one.ward}): ${displayName(one)}, ${one.patientId}`),
        ),
    );
    const fields = element('div', {});
    const consequence = element('p', { class: 'consequence', role: 'status' });
    const form = element(
        'form',
        {},
        field('Patient', patient),
        choice(
            'act',
            'What',
            Object.entries(ACTS).map(([word, { title }]) => [word, title]),
        ),
        fields,
        consequence,
        element('div', { class: 'buttons' }, element('button', { class: 'primary' }, 'Save')),
    );
    const chosen = () => {
        const episode = episodes.find(({ id }) => id === patient.value);
        const act = new FormData(form).get('act');
        return episode && act && { episode, act: ACTS[act] };
    };
    const follow = () => {
        const told = chosen();
        show(fields, told && told.act.fields(told.episode));
        tell();
    };
    const tell = () => {
        const told = chosen();
        const words = told?.act.consequence?.(new FormData(form), told.episode);
        consequence.textContent = words || '';
    };
    form.addEventListener('input', tell);
    patient.addEventListener('change', follow);
    form.querySelectorAll('[name=act]').forEach(input => input.addEventListener('change', follow));
    show(
        byId('changes'),
        tryForm(form, async data => {
            const { warnings = [] } = await ACTS[data.get('act')].save(
                `/v1/episodes/${step(data.get('episode'))}`,
                data,
                episodes.find(({ id }) => id === data.get('episode')),
            );
            asked = new URLSearchParams();
            await offerChanges();
            return ['Saved.', ...warnings].join(' ');
        }),
    );
    const act = form.querySelector(`[name=act][value="${CSS.escape(asked.get('act') ?? '')}"]`);
    if (act && episodes.some(({ id }) => id === asked.get('episode'))) {
        patient.value = asked.get('episode');
        act.checked = true;
        follow();
        form.scrollIntoView();
    }
}
