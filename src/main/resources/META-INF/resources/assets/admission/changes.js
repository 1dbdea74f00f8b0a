// Changes of an active episode: the bed, the baseline, corrections of the admission, a further infusion, the discharge.

import { alertText } from '../alert-text.js';
import { list, patch, patiently, post, step } from '../api.js';
import { tryForm } from '../attempt.js';
import { choice, field, number, numberOf, text, textOf } from '../check/fields.js';
import { timeField, timeOf, timeOrKnown } from '../check/time-field.js';
import { byId, element, show } from '../element.js';
import { bothRegraded } from '../correct/consequence.js';
import { toolOf } from '../episode.js';
import { shown } from '../number.js';
import { displayName } from '../person.js';
import { words } from '../phrases.js';
import { dateAndClock, localInput, now } from '../time.js';
import { spoken } from '../words.js';
import { baselineFields, baselineOf } from './baseline.js';
import { birthDateField } from './birth-date.js';

const said = words.admission.changes;

const ACTS = {
    move: {
        fields: ({ ward, bed }) =>
            element(
                'div',
                { class: 'grid' },
                text('ward', words.admission.ward, { maxlength: 64, value: ward }),
                text('bed', words.admission.bed, { maxlength: 64, value: bed }),
            ),
        save: (path, data) => patch(path, { ward: textOf(data, 'ward'), bed: textOf(data, 'bed') }),
    },
    baseline: {
        consequence: (data, { infusedAt }) => `${bothRegraded(infusedAt)} ${said.kept}`,
        fields: ({ baseline }) => [element('p', { class: 'quiet' }, said.fromInfusion), baselineFields(baseline)],
        save: (path, data) => patch(path, { baseline: baselineOf(data, null) }),
    },
    correct: {
        consequence: consequenceOfCorrection,
        fields: episode => [
            element('p', { class: 'quiet' }, said.fromAdmission),
            element(
                'div',
                { class: 'grid' },
                text('name', said.facts.name, { required: false, maxlength: 200, value: episode.name }),
                birthDateField({ value: episode.birthDate }),
                text('sex', said.facts.sex, { required: false, maxlength: 64, value: episode.sex }),
                number('weight', words.admission.weight, {
                    required: false,
                    min: 0.1,
                    max: 500,
                    value: episode.weight,
                }),
                text('product', said.facts.product, { maxlength: 200, value: episode.product }),
                timeField('infusedAt', said.facts.infusedAt, { known: episode.infusedAt }),
            ),
            text('reason', said.why, { maxlength: 4000 }),
        ],
        save: (path, data, episode) => patch(path, { ...corrected(data, episode), reason: textOf(data, 'reason') }),
    },
    infusion: {
        consequence: data => timeOf(data, 'at') && `${bothRegraded(timeOf(data, 'at'))} ${said.kept}`,
        fields: () => [
            element('p', { class: 'quiet' }, said.splitDose),
            element(
                'div',
                { class: 'grid' },
                timeField('at', said.facts.infusedAt, { value: localInput() }),
                text('product', said.otherProduct, { required: false, maxlength: 200 }),
            ),
            text('note', said.note, { required: false, maxlength: 4000 }),
        ],
        save: (path, data) =>
            post(`${path}/infusions`, {
                at: timeOf(data, 'at'),
                product: textOf(data, 'product'),
                note: textOf(data, 'note'),
            }),
    },
    discharge: {
        fields: () => text('note', said.noteOnDischarge, { required: false, maxlength: 4000 }),
        save: (path, data) =>
            post(`${path}/discharge`, { at: new Date(now()).toISOString(), note: textOf(data, 'note') }),
    },
};

/** What differs, and what is graded again: "Weight: 80 instead of 71.5. CRS and ICANS are graded again …". */
function consequenceOfCorrection(data, episode) {
    const changes = corrected(data, episode);
    const told = Object.entries(changes).map(([name, value]) =>
        said.differs(said.facts[name], factOf(name, value), factOf(name, episode[name])),
    );
    if (told.length === 0) return '';
    const first = [changes.infusedAt, episode.infusedAt].filter(Boolean).sort()[0];
    const [before, after] = [toolOf(episode), toolOf({ ...episode, ...changes })];
    return [...told, bothRegraded(first), before !== after && said.otherTool(spoken(after), spoken(before)), said.kept]
        .filter(Boolean)
        .join(' ');
}

function factOf(name, value) {
    if (value === undefined) return said.nothing;
    if (name === 'weight') return `${shown(value)} kg`;
    return name === 'infusedAt' ? dateAndClock(value) : value;
}

/** The fields that differ from the stored values. No value is removed. */
function corrected(data, episode) {
    const told = Object.fromEntries(['name', 'birthDate', 'sex', 'product'].map(name => [name, textOf(data, name)]));
    const changes = Object.fromEntries(
        Object.entries({ ...told, weight: numberOf(data, 'weight') }).filter(
            ([name, value]) => value !== undefined && value !== episode[name],
        ),
    );
    const infusedAt = timeOrKnown(data, 'infusedAt', episode.infusedAt);
    return infusedAt === episode.infusedAt ? changes : { ...changes, infusedAt };
}

/** The patient and the change that the page before asks for. */
let asked = new URLSearchParams(location.search);

export async function offerChanges() {
    const episodes = await patiently(() => list('/v1/episodes', { status: 'active' }));
    const patient = element(
        'select',
        { name: 'episode', required: true },
        element('option', { value: '' }, said.choose),
        episodes.map(one =>
            element('option', { value: one.id }, said.bed(one.bed, one.ward, displayName(one), one.patientId)),
        ),
    );
    const fields = element('div', {});
    const consequence = element('p', { class: 'consequence', role: 'status' });
    const form = element(
        'form',
        {},
        field(words.admission.patient, patient),
        choice(
            'act',
            said.what,
            Object.keys(ACTS).map(act => [act, said.acts[act]]),
        ),
        fields,
        consequence,
        element('div', { class: 'buttons' }, element('button', { class: 'primary' }, said.save)),
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
        consequence.textContent = told?.act.consequence?.(new FormData(form), told.episode) || '';
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
            return [said.saved, ...warnings.map(alertText)].join(' ');
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
