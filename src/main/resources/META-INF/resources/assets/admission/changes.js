// What changes for those who are here: the bed, the baseline, the end of the monitoring.

import { list, patch, patiently, post, step } from '../api.js';
import { tryForm } from '../attempt.js';
import { choice, field, text, textOf } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { displayName } from '../person.js';
import { baselineFields, baselineOf } from './baseline.js';

const ACTS = {
    move: {
        title: 'Move',
        fields: ({ ward, bed }) => element('div', { class: 'grid' }, text('ward', 'Ward', { maxlength: 64, value: ward }), text('bed', 'Bed', { maxlength: 64, value: bed })),
        save: (path, data) => patch(path, { ward: textOf(data, 'ward'), bed: textOf(data, 'bed') }),
    },
    baseline: {
        title: 'Correct the baseline',
        fields: ({ baseline }) => [element('p', { class: 'quiet' }, 'It holds from the infusion on; what was known before is still told.'), baselineFields(baseline)],
        save: (path, data) => patch(path, { baseline: baselineOf(data, null) }),
    },
    discharge: {
        title: 'Discharge',
        fields: () => text('note', 'Note on discharge', { required: false, maxlength: 4000 }),
        save: (path, data) => post(`${path}/discharge`, { at: new Date().toISOString(), note: textOf(data, 'note') }),
    },
};

export async function offerChanges() {
    const episodes = await patiently(() => list('/v1/episodes', { status: 'active' }));
    const patient = element('select', { name: 'episode', required: true }, element('option', { value: '' }, 'Choose…'), episodes.map(one => element('option', { value: one.id }, `Bed ${one.bed} (${one.ward}): ${displayName(one)}, ${one.patientId}`)));
    const fields = element('div', {});
    const form = element('form', {}, field('Patient', patient), choice('act', 'What', Object.entries(ACTS).map(([word, { title }]) => [word, title])), fields, element('div', { class: 'buttons' }, element('button', { class: 'primary' }, 'Save')));
    const follow = () => {
        const episode = episodes.find(({ id }) => id === patient.value);
        const act = new FormData(form).get('act');
        show(fields, episode && act && ACTS[act].fields(episode));
    };
    patient.addEventListener('change', follow);
    form.querySelectorAll('[name=act]').forEach(input => input.addEventListener('change', follow));
    show(byId('changes'), tryForm(form, async data => {
        await ACTS[data.get('act')].save(`/v1/episodes/${step(data.get('episode'))}`, data);
        await offerChanges();
    }));
}
