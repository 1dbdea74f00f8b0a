// Tries what was asked for, and says in the page's place for results what came of it.

import { byId, element, show } from './element.js';

/** @param act may answer what to show when it is done */
export async function attempt(act) {
    const place = byId('result');
    try {
        show(place, element('p', { class: 'card' }, (await act()) ?? 'Saved.'));
    } catch (failure) {
        show(
            place,
            element('p', { class: 'warning', role: 'alert' }, `Not saved: ${failure.sentence ?? failure.message}`),
        );
    }
    place.scrollIntoView({ block: 'nearest' });
}

/** A form whose submission is tried. `act` gets its data and the value of the button that was pressed. */
export function tryForm(form, act) {
    form.addEventListener('submit', event => {
        event.preventDefault();
        attempt(() => act(new FormData(form), event.submitter?.value));
    });
    return form;
}
