// The choice of how much of the course is shown.

import { element, show } from './element.js';
import { words } from './phrases.js';

const HOUR = 3_600_000;
const BEFORE = 12 * HOUR;
const SAYS = words.ranges;
const LENGTHS = [
    [SAYS.all, undefined],
    [SAYS.days(7), 168],
    [SAYS.days(3), 72],
    [SAYS.hours(24), 24],
    [SAYS.hours(12), 12],
];

/** Calls back with a function that returns the span at the time of its call, in milliseconds. */
export function offerRanges(place, infusedAt, chosen) {
    const infused = Date.parse(infusedAt);
    const choose = hours => () => {
        const to = Date.now();
        return { from: hours === undefined ? infused - BEFORE : to - hours * HOUR, to, infusedAt: infused };
    };
    show(
        place,
        element(
            'div',
            { class: 'choice range', role: 'group', 'aria-label': SAYS.label },
            LENGTHS.map(([text, hours], index) =>
                element(
                    'label',
                    {},
                    element('input', {
                        type: 'radio',
                        name: 'range',
                        checked: index === 0,
                        onchange: () => chosen(choose(hours)),
                    }),
                    text,
                ),
            ),
        ),
    );
    chosen(choose(undefined));
}
