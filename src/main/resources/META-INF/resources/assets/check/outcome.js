// The outcome of an entry, and how it changed the grade.

import { get, patiently, Refused, step } from '../api.js';
import { element, show } from '../element.js';
import { shortWhy } from '../why.js';
import { onOutbox } from './outbox.js';

const PATIENCE = 60_000;
const PAUSE = 300;

/**
 * Shows the progress of an entry in `place` until its grade is known, with the warnings of all entries that were saved
 * with it. They are sent in order, and it is the last.
 */
export function followUp(place, entry) {
    show(place, element('p', { class: 'card' }, 'Saved in this browser, on its way.'));
    const heard = [];
    onOutbox(({ body, warnings = [] }, what) => {
        if (what !== 'accepted' || !entry.with.includes(body.id)) return;
        heard.push(...warnings);
        if (body.id === entry.id) tellGrade(place, entry, heard);
    });
}

async function tellGrade(place, { id, patientId, before, dealtWith }, warnings) {
    show(place, element('p', { class: 'card' }, 'Received by the service. The grade follows …'));
    const dealt = await settled(id);
    if (dealt?.state !== 'applied') {
        show(
            place,
            element(
                'p',
                { class: 'warning' },
                dealt ? `Set aside, not graded: ${dealt.detail}` : 'Received, but not graded yet. Look again soon.',
            ),
        );
        return;
    }
    dealtWith();
    const after = await patiently(() => get(`/v1/patients/${step(patientId)}/grade`));
    show(
        place,
        element(
            'section',
            { class: 'card', id: 'outcome', 'aria-label': 'Grade before and after' },
            warnings.map(warning => element('p', { class: 'warning' }, warning.detail ?? warning)),
            element('h2', {}, 'Entered. The grade before, and now'),
            change('CRS', before.crs, after.crs),
            change('ICANS', before.icans, after.icans),
        ),
    );
}

const change = (name, before, after) =>
    element(
        'div',
        { class: 'change' },
        shortWhy(`${name} before`, before),
        element('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
        shortWhy(`${name} now`, after),
    );

/** How the monitor processed the entry, or undefined if that takes too long. */
async function settled(id) {
    for (const begun = Date.now(); Date.now() - begun < PATIENCE; await pause()) {
        try {
            return await get(`/v1/observations/${step(id)}`);
        } catch (failure) {
            if (failure instanceof Refused && failure.status !== 404) throw failure;
        }
    }
    return undefined;
}

const pause = () => new Promise(resolve => setTimeout(resolve, PAUSE));
