// One change of a grade in the timeline, and whether later knowledge amended it.

import { element } from './element.js';
import { gradeSentence, isKnown } from './grade.js';
import { words } from './phrases.js';
import { dayAndClock, when } from './time.js';

const SAYS = words.historyLine;

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
                isKnown(previous)
                    ? SAYS.before(gradeSentence(syndrome.toUpperCase(), grade), previous)
                    : SAYS.notKnownBefore(gradeSentence(syndrome.toUpperCase(), grade)),
            ),
            element('span', { class: 'quiet' }, SAYS.by(SAYS.causes[cause] ?? cause)),
            amendment && element('span', { class: 'bad' }, SAYS.amended(dayAndClock(knownAt))),
            supersededAt && element('span', { class: 'bad' }, SAYS.superseded(dayAndClock(supersededAt))),
        ),
    );
}
