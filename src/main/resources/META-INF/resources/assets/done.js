// Who did what, newest first: everything charted by hand, every change of a grade, and every alert with its answer.
// Withdrawn entries are listed, too. An entry is withdrawn by another one.

import { entryCorrection } from './correct/entry.js';
import { element } from './element.js';
import { historyLine } from './history-line.js';
import { keep } from './keep.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';
import { dayAndClock, when } from './time.js';
import { sentence } from './words.js';

const said = words.done;

/**
 * @param correct how an entry is corrected, or undefined if the user may not: `withdraw` is called with an observation
 *     and a reason; `checkPage` is the page that enters one anew; `physician` whether the user is one
 */
export function showDone(place, { observations, history, alerts, infusedAt, correct }) {
    if (place.querySelector('form:not([hidden])')) return;
    const entries = observations.map(one => ({ at: one.at, node: () => line(one, infusedAt, correct) }));
    const changes = history.map(one => ({ at: one.at, node: () => historyLine(one, infusedAt) }));
    const steps = alerts
        .flatMap(alertSteps)
        .map(one => ({ at: Date.parse(one.at), node: () => alertLine(one, infusedAt) }));
    const newest = [...entries, ...changes, ...steps].sort((one, other) => other.at - one.at);
    keep(place, [observations, history, alerts], () =>
        element(
            'ol',
            { class: 'plain timeline' },
            newest.map(({ node }) => node()),
        ),
    );
}

const alertSteps = ({ title, raisedAt, acknowledgedAt, acknowledgedBy, note, state, resolvedAt }) =>
    [
        { at: raisedAt, what: said.raised(translated(title)) },
        acknowledgedAt && {
            at: acknowledgedAt,
            what: said.answered(translated(title)),
            more: said.answeredBy(acknowledgedBy, note),
        },
        state === 'resolved' && resolvedAt && { at: resolvedAt, what: said.resolved(translated(title)) },
    ].filter(Boolean);

const alertLine = ({ at, what, more }, infusedAt) =>
    element('li', {}, when(at, infusedAt), element('div', {}, what, more && element('span', { class: 'quiet' }, more)));

function line(one, infusedAt, correct) {
    const { effectiveAt, enteredBy, deviceId, retractedAt, kind, id } = one;
    return element(
        'li',
        { 'data-observation': id },
        when(effectiveAt, infusedAt),
        element(
            'div',
            {},
            element('span', { class: retractedAt ? 'withdrawn' : '' }, sentence(one)),
            element(
                'span',
                { class: 'quiet' },
                said.by(enteredBy ?? deviceId ?? said.unknown),
                retractedAt && said.withdrawn(dayAndClock(retractedAt)),
            ),
        ),
        correct && !retractedAt && kind !== 'retraction' && entryCorrection(one, correct),
    );
}
