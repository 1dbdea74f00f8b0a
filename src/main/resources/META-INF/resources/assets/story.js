// The handwriting over the days.

import { element, show } from './element.js';
import { shown } from './number.js';
import { words } from './phrases.js';
import { dayAndClock, hoursAfter } from './time.js';
import { total } from './words.js';

export function showWriting(place, observations, infusedAt) {
    const samples = observations.filter(({ handwritingImage, retractedAt }) => handwritingImage && !retractedAt);
    if (place.dataset.count === `${samples.length}`) return;
    place.dataset.count = samples.length;
    show(
        place,
        samples.length === 0
            ? element('li', { class: 'quiet' }, words.story.none)
            : samples.map(one => sample(one, infusedAt)),
    );
}

function sample({ effectiveAt, handwritingImage, ice, handwritingChange }, infusedAt) {
    const written = `${dayAndClock(effectiveAt)} (${hoursAfter(effectiveAt, infusedAt)})`;
    return element(
        'li',
        {},
        element(
            'figure',
            {},
            element('img', { src: handwritingImage, alt: words.story.written(written), loading: 'lazy' }),
            element(
                'figcaption',
                { class: 'small' },
                written,
                ice !== undefined && `, ICE ${shown(total(ice))}`,
                handwritingChange && words.story.changed,
            ),
        ),
    );
}
