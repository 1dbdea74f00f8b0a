// Entries of findings, and entries that physicians sign: the course of CRS and a death.

import { element } from '../element.js';
import { words } from '../phrases.js';
import { spoken } from '../words.js';
import { choice, claimOf, pickGrouped, text, textOf } from './fields.js';

/** Findings of the table of ICANS. */
export const RAISES_ICANS = [
    'focal-oedema',
    'diffuse-oedema',
    'papilloedema',
    'posturing',
    'sixth-nerve-palsy',
    'cushing-triad',
    'deep-focal-weakness',
];
const RAISES_NOTHING = [
    'intracranial-haemorrhage',
    'aphasia',
    'facial-palsy',
    'other-cranial-neuropathy',
    'headache',
    'myoclonus',
    'gait-change',
    'rigidity',
    'bradykinesia',
    'rest-tremor',
    'micrographia',
    'personality-change',
    'memory-change',
    'limb-weakness-peripheral',
    'haemophagocytosis',
    'splenomegaly',
];
/** What bleeds does not come and go: it is found on imaging. */
const ONCE_FOUND = ['intracranial-haemorrhage'];
const DEATHS = ['crs', 'icans', 'other'];

/** A finding in the words of this form. */
const named = finding => [finding, words.check.finding.named[finding] ?? spoken(finding)];

export function findingForm() {
    const said = words.check.finding;
    const more = element('p', { class: 'quiet', role: 'status' });
    const present = choice('present', said.present, [
        ['true', said.isPresent],
        ['false', said.isGone],
    ]);
    const finding = pickGrouped('finding', said.title, [
        [said.raises, RAISES_ICANS.map(named)],
        [said.raisesNot, RAISES_NOTHING.map(named)],
    ]);
    finding.querySelector('select').addEventListener('change', ({ target }) => {
        more.textContent = said.more[target.value] ?? '';
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
        element('p', { class: 'quiet' }, words.check.course.how),
        choice('action', words.check.course.title, [
            ['opened', words.check.course.open],
            ['closed', words.check.course.close],
        ]),
        text('note', words.check.course.note, { required: false }),
    ),
    read: data => ({ kind: 'crs-course', action: data.get('action'), note: textOf(data, 'note') }),
});

export const deathForm = () => ({
    node: choice(
        'cause',
        words.check.death.title,
        DEATHS.map(cause => [cause, words.check.death.causes[cause]]),
    ),
    read: data => ({ kind: 'death', cause: data.get('cause') }),
});
