// What happened: seizures and findings. And what physicians sign: attributions and a death.

import { element } from '../element.js';
import { fromLocalInput } from '../time.js';
import { choice, claimOf, number, numberOf, pick, text, textOf, tick, yesOrNo } from './fields.js';
import { spoken } from '../words.js';

const FINDINGS = ['focal-oedema', 'diffuse-oedema', 'papilloedema', 'posturing', 'sixth-nerve-palsy', 'cushing-triad', 'deep-focal-weakness', 'intracranial-haemorrhage', 'myoclonus', 'headache'];
const COMPONENTS = ['fever', 'hypotension', 'hypoxia', 'ice', 'capd', 'consciousness', 'seizure', ...FINDINGS];

export const seizureForm = () => ({
    node: element('div', {}, choice('type', 'Seen how', [['clinical', 'Clinically'], ['electrographic', 'On the EEG only']]), number('durationMinutes', 'How long, minutes'), yesOrNo('resolved', 'It has stopped'), yesOrNo('returnedToBaseline', 'Back to baseline since')),
    read: data => ({ kind: 'seizure', type: data.get('type'), durationMinutes: numberOf(data, 'durationMinutes'), resolved: claimOf(data, 'resolved'), returnedToBaseline: claimOf(data, 'returnedToBaseline') }),
});

export const findingForm = () => ({
    node: element('div', {}, pick('finding', 'Finding', FINDINGS), choice('present', 'Is it there?', [['true', 'Present'], ['false', 'Gone']])),
    read: data => ({ kind: 'neuro-finding', finding: data.get('finding'), present: claimOf(data, 'present') }),
});

export const attributionForm = () => ({
    node: element(
        'div',
        {},
        element('p', { class: 'quiet' }, 'Your signed statement that a component has another cause. From that time on it does not count, and says so.'),
        element('fieldset', {}, element('legend', {}, 'Components'), element('div', { class: 'choice' }, COMPONENTS.map(word => tick('components', spoken(word), word)))),
        text('cause', 'Cause'),
        text('from', 'From', { type: 'datetime-local' }),
        text('until', 'Until (open if left out)', { type: 'datetime-local', required: false }),
    ),
    read: data => ({ kind: 'attribution', components: data.getAll('components'), cause: textOf(data, 'cause'), from: fromLocalInput(data.get('from')), until: data.get('until') ? fromLocalInput(data.get('until')) : undefined }),
});

export const deathForm = () => ({
    node: choice('cause', 'Principal cause', [['crs', 'CRS'], ['icans', 'ICANS'], ['other', 'Another cause']]),
    read: data => ({ kind: 'death', cause: data.get('cause') }),
});
