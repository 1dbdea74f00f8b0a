// Changes of an active episode: the bed, the baseline, corrections of the admission, a further infusion, the discharge.

import { list, patch, patiently, post, step } from '../api.js';
import { tryForm } from '../attempt.js';
import { choice, field, number, numberOf, text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { byId, element, show } from '../element.js';
import { displayName } from '../person.js';
import { localInput, now } from '../time.js';
import { baselineFields, baselineOf } from './baseline.js';
import { birthDateField } from './birth-date.js';

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
        fields: ({ baseline }) => [
            element('p', { class: 'quiet' }, 'It applies from the infusion on. What was known before is kept.'),
            baselineFields(baseline),
        ],
        save: (path, data) => patch(path, { baseline: baselineOf(data, null) }),
    },
    correct: {
        title: 'Correct the admission',
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
        element('div', { class: 'buttons' }, element('button', { class: 'primary' }, 'Save')),
    );
    const follow = () => {
        const episode = episodes.find(({ id }) => id === patient.value);
        const act = new FormData(form).get('act');
        show(fields, episode && act && ACTS[act].fields(episode));
    };
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
            await offerChanges();
            return ['Saved.', ...warnings].join(' ');
        }),
    );
}
