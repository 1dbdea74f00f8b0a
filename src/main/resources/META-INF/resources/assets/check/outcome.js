// The outcome of an entry, and how it changed the grade.

import { alertText } from '../alert-text.js';
import { get, patiently, Refused, step } from '../api.js';
import { element, show } from '../element.js';
import { words } from '../phrases.js';
import { shortWhy } from '../why.js';
import { onOutbox } from './outbox.js';

const PATIENCE = 60_000;
const PAUSE = 300;

const said = words.check.outcome;

/**
 * Shows the progress of an entry in `place` until its grade is known, with the warnings of all entries that were saved
 * with it. They are sent in order, and it is the last.
 */
export function followUp(place, entry) {
    show(place, element('p', { class: 'card' }, said.onItsWay));
    const heard = [];
    onOutbox(({ body, warnings = [] }, what) => {
        if (what !== 'accepted' || !entry.with.includes(body.id)) return;
        heard.push(...warnings);
        if (body.id === entry.id) tellGrade(place, entry, heard);
    });
}

async function tellGrade(place, { id, patientId, before, dealtWith }, warnings) {
    show(place, element('p', { class: 'card' }, said.received));
    const dealt = await settled(id);
    if (dealt?.state !== 'applied') {
        show(place, element('p', { class: 'warning' }, dealt ? said.setAside(alertText(dealt.detail)) : said.notYet));
        return;
    }
    dealtWith();
    const after = await patiently(() => get(`/v1/patients/${step(patientId)}/grade`));
    show(
        place,
        element(
            'section',
            { class: 'card', id: 'outcome', 'aria-label': said.title },
            warnings.map(warning => element('p', { class: 'warning' }, alertText(warning.detail ?? warning))),
            element('h2', {}, said.heading),
            change('CRS', before.crs, after.crs),
            change('ICANS', before.icans, after.icans),
        ),
    );
}

const change = (name, before, after) =>
    element(
        'div',
        { class: 'change' },
        shortWhy(said.before(name), before),
        element('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
        shortWhy(said.now(name), after),
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
