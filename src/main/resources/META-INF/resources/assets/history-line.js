// One change of a grade in the timeline, and whether later knowledge amended it.

import { element } from './element.js';
import { gradeSentence, isKnown } from './grade.js';
import { dayAndClock, when } from './time.js';

const CAUSES = {
    observation: 'an observation',
    time: 'time passing',
    baseline: 'a changed baseline',
    policy: 'a changed policy',
};

export function historyLine({ syndrome, at, previous, grade, cause, knownAt, supersededAt, amendment }, infusedAt) {
    return element(
        'li',
        { class: 'graded' },
        when(new Date(at).toISOString(), infusedAt),
        element(
            'div',
            {},
            element(
                'strong',
                { class: supersededAt ? 'withdrawn' : '' },
                `${gradeSentence(syndrome.toUpperCase(), grade)}, ` +
                    (isKnown(previous) ? `before ${previous}` : 'not known before'),
            ),
            element('span', { class: 'quiet' }, ` by ${CAUSES[cause] ?? cause}`),
            amendment && element('span', { class: 'bad' }, ` Amended: known since ${dayAndClock(knownAt)}.`),
            supersededAt && element('span', { class: 'bad' }, ` Superseded since ${dayAndClock(supersededAt)}.`),
        ),
    );
}
