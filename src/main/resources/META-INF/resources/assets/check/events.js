// Entries of findings, and entries that physicians sign: the course of CRS and a death.

import { element } from '../element.js';
import { choice, claimOf, pickGrouped, text, textOf } from './fields.js';

/** Findings of the table of ICANS. */
export const RAISES_ICANS = [
    'focal-oedema',
    'diffuse-oedema',
    'papilloedema',
    'posturing',
    ['sixth-nerve-palsy', 'Sixth nerve palsy (abducens)'],
    'cushing-triad',
    'deep-focal-weakness',
];
const RAISES_NOTHING = [
    'intracranial-haemorrhage',
    ['aphasia', 'Aphasia (expressive or global)'],
    ['facial-palsy', 'Facial palsy (seventh nerve)'],
    ['other-cranial-neuropathy', 'Palsy of another cranial nerve'],
    'headache',
    'myoclonus',
    'gait-change',
    'rigidity',
    'bradykinesia',
    'rest-tremor',
    'micrographia',
    'personality-change',
    'memory-change',
    ['limb-weakness-peripheral', 'Weakness of a limb, peripheral'],
    'haemophagocytosis',
    'splenomegaly',
];
/** What bleeds does not come and go: it is found on imaging. */
const ONCE_FOUND = ['intracranial-haemorrhage'];
const MORE = {
    'intracranial-haemorrhage': 'It is told at once and grades nothing.',
    aphasia: 'By itself it grades nothing. Who is awake with global aphasia has an ICE of 0: enter a neuro check.',
    'sixth-nerve-palsy': 'It turns the eye outwards. A palsy of the face or of another nerve grades nothing.',
};

export function findingForm() {
    const more = element('p', { class: 'quiet', role: 'status' });
    const present = choice('present', 'Is it present?', [
        ['true', 'Present'],
        ['false', 'Gone'],
    ]);
    const finding = pickGrouped('finding', 'Finding', [
        ['Raises ICANS', RAISES_ICANS],
        ['Does not, but tell', RAISES_NOTHING],
    ]);
    finding.querySelector('select').addEventListener('change', ({ target }) => {
        more.textContent = MORE[target.value] ?? '';
        present.hidden = ONCE_FOUND.includes(target.value);
        present.querySelectorAll('input').forEach(input => {
            input.disabled = present.hidden;
        });
    });
    return {
        node: element('div', {}, finding, more, present),
        read: data => ({
            kind: 'neuro-finding',
            finding: data.get('finding'),
            present: ONCE_FOUND.includes(data.get('finding')) || claimOf(data, 'present'),
        }),
    };
}

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
