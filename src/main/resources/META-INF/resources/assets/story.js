// The handwriting over the days.

import { element, show } from './element.js';
import { dayAndClock, hoursAfter } from './time.js';
import { total } from './words.js';

export function showWriting(place, observations, infusedAt) {
    const samples = observations.filter(({ handwritingImage, retractedAt }) => handwritingImage && !retractedAt);
    if (place.dataset.count === `${samples.length}`) return;
    place.dataset.count = samples.length;
    show(
        place,
        samples.length === 0
            ? element('li', { class: 'quiet' }, 'No sentence was written yet.')
            : samples.map(one => sample(one, infusedAt)),
    );
}

function sample({ effectiveAt, handwritingImage, ice, handwritingChange }, infusedAt) {
    const words = `${dayAndClock(effectiveAt)} (${hoursAfter(effectiveAt, infusedAt)})`;
    return element(
        'li',
        {},
        element(
            'figure',
            {},
            element('img', { src: handwritingImage, alt: `Written sentence of ${words}`, loading: 'lazy' }),
            element(
                'figcaption',
                { class: 'small' },
                words,
                ice !== undefined && `, ICE ${total(ice)}`,
                handwritingChange && ', changed',
            ),
        ),
    );
}
