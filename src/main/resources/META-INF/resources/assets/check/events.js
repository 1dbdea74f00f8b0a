// Entries of findings, and entries that physicians sign: attributions, the course of CRS and a death.

import { element } from '../element.js';
import { choice, claimOf, pick, text, textOf, tick } from './fields.js';
import { timeField, timeOf } from './time-field.js';
import { spoken } from '../words.js';

const FINDINGS = [
    'focal-oedema',
    'diffuse-oedema',
    'papilloedema',
    'posturing',
    'sixth-nerve-palsy',
    'cushing-triad',
    'deep-focal-weakness',
    'intracranial-haemorrhage',
    'myoclonus',
    'headache',
];
const OTHER_FINDINGS = [
    'aphasia',
    'facial-palsy',
    'other-cranial-neuropathy',
    'bradykinesia',
    'rigidity',
    'rest-tremor',
    'gait-change',
    'micrographia',
    'personality-change',
    'memory-change',
    'limb-weakness-peripheral',
    'haemophagocytosis',
    'splenomegaly',
];
const COMPONENTS = ['fever', 'hypotension', 'hypoxia', 'ice', 'capd', 'consciousness', 'seizure', ...FINDINGS];

export const findingForm = () => ({
    node: element(
        'div',
        {},
        pick('finding', 'Finding', [...FINDINGS, ...OTHER_FINDINGS]),
        choice('present', 'Is it present?', [
            ['true', 'Present'],
            ['false', 'Gone'],
        ]),
    ),
    read: data => ({ kind: 'neuro-finding', finding: data.get('finding'), present: claimOf(data, 'present') }),
});

export const attributionForm = () => ({
    node: element(
        'div',
        {},
        element(
            'p',
            { class: 'quiet' },
            'Your signed statement that a component has another cause. From that time on it does not count, ' +
                'and says so.',
        ),
        element(
            'fieldset',
            {},
            element('legend', {}, 'Components'),
            element(
                'div',
                { class: 'choice' },
                COMPONENTS.map(word => tick('components', spoken(word), word)),
            ),
        ),
        text('cause', 'Cause'),
        timeField('from', 'From'),
        timeField('until', 'Until', { required: false }),
        element(
            'p',
            { class: 'quiet' },
            'Fever, hypotension and hypoxia are attributed for 24 hours at most; sign again to go on. ' +
                'Other components stay attributed until the time given, or without an end.',
        ),
    ),
    read: data => ({
        kind: 'attribution',
        components: data.getAll('components'),
        cause: textOf(data, 'cause'),
        from: timeOf(data, 'from'),
        until: timeOf(data, 'until'),
    }),
});

export const courseForm = () => ({
    node: element(
        'div',
        {},
        element(
            'p',
            { class: 'quiet' },
            'Your signed statement. An open course lets hypotension and hypoxia count without fever; ' +
                'a closed one ends the course of CRS at once.',
        ),
        choice('action', 'The course of CRS', [
            ['opened', 'This is CRS: open'],
            ['closed', 'CRS is over: close'],
        ]),
        text('note', 'Note', { required: false }),
    ),
    read: data => ({ kind: 'crs-course', action: data.get('action'), note: textOf(data, 'note') }),
});

export const deathForm = () => ({
    node: choice('cause', 'Principal cause', [
        ['crs', 'CRS'],
        ['icans', 'ICANS'],
        ['other', 'Another cause'],
    ]),
    read: data => ({ kind: 'death', cause: data.get('cause') }),
});
