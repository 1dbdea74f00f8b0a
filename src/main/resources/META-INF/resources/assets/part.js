// A part of a page that is read by itself. If that fails, the part says so, and the rest of the page stays.

import { Refused, Unreachable } from './api.js';
import { element } from './element.js';
import { keep } from './keep.js';
import { words } from './phrases.js';
import { clock, now } from './time.js';

const WIDE = '(min-width: 40rem)';

/**
 * Returns a function that reads the part and draws it. A failure is shown beside it, also while its card is folded.
 *
 * @param read returns what is shown
 * @param draw called with the place for it, and with what was read
 */
export function part(place, read, draw) {
    const trouble = element('div', { role: 'status' });
    let readAt;
    (place.closest('details') ?? place).before(trouble);
    return async () => {
        try {
            draw(place, await read());
            readAt = now();
            keep(trouble, undefined, () => []);
        } catch (failure) {
            const sentence = failed(failure, readAt);
            keep(trouble, sentence, () => element('p', { class: 'warning' }, sentence));
            place.closest('section').hidden = false;
            if (!(failure instanceof Refused || failure instanceof Unreachable)) reportError(failure);
        }
    };
}

function failed(failure, readAt) {
    const why = failure.sentence ?? failure.message;
    return readAt ? words.part.failedSince(why, clock(readAt)) : words.part.failed(why);
}

/** Opens the cards that fold, unless the screen is as narrow as a phone. */
export const unfold = () =>
    document.querySelectorAll('details.fold').forEach(fold => {
        fold.open = matchMedia(WIDE).matches;
    });
