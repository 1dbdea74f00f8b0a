// Tries an action, and shows the outcome in the page's place for results.

import { byId, element, show } from './element.js';
import { words } from './phrases.js';

/**
 * @param act may return what to show once it is done
 * @param place where the outcome is shown; by default the place for results of the page
 */
export async function attempt(act, place = byId('result')) {
    try {
        show(place, element('p', { class: 'card' }, (await act()) ?? words.attempt.saved));
    } catch (failure) {
        show(
            place,
            element(
                'p',
                { class: 'warning', role: 'alert' },
                words.attempt.notSaved(failure.sentence ?? failure.message),
            ),
        );
    }
    place.scrollIntoView({ block: 'nearest' });
}

/** A form that calls `act` on submission, once at a time, with its data and the value of the pressed button. */
export function tryForm(form, act, place) {
    let busy = false;
    form.addEventListener('submit', event => {
        event.preventDefault();
        if (busy) return;
        busy = true;
        attempt(() => act(new FormData(form), event.submitter?.value), place).finally(() => (busy = false));
    });
    return form;
}
