// The checks before the infusion. A stop is shown loudly; it is no alarm.

import { element } from '../element.js';
import { translated } from '../phrase-book.js';
import { words } from '../phrases.js';
import { begun, within } from './words.js';

const MARKS = { green: '✓', open: '○', warn: '!', stop: '■' };
const said = words.journeyChecks;

export const checkLine = ({ id, rule, state, finding, notes = [] }) =>
    element(
        'li',
        { class: `check-line ${state}`, 'data-check': id },
        element(
            'span',
            { class: 'verdict' },
            element('span', { 'aria-hidden': 'true' }, `${MARKS[state]} `),
            said.states[state],
        ),
        element(
            'div',
            {},
            element('strong', {}, translated(rule)),
            element('p', {}, begun(finding)),
            notes.map(note => element('p', {}, element('strong', {}, begun(note)))),
        ),
    );

/** So many items of the list are named; of more only the number. */
const MOST_ITEMS = 4;

/** Why an infusion would not be recorded now, in sentences: what contradicts first. */
export function obstacles({ row, checks, readiness, infusions }) {
    if (infusions.some(({ stands }) => stands)) return [];
    const held = checks.filter(({ required, state }) => required && state !== 'green');
    const [stops, open] = [true, false].map(stop => held.filter(({ state }) => (state === 'stop') === stop));
    return [
        ...[...stops, ...open].map(({ rule, state, finding }) =>
            said.held(said.states[state], translated(rule), begun(finding)),
        ),
        row.state !== 'ready' && said.notReady(within(row.state)),
        ...itemsMissing(readiness),
    ].filter(Boolean);
}

/** The computed item repeats the checks. */
function itemsMissing({ items }) {
    const missing = items.filter(({ state, override, computed }) => state !== 'met' && !override && !computed);
    return missing.length > MOST_ITEMS
        ? [said.itemsMissing(missing.length)]
        : missing.map(({ text, why }) => said.itemMissing(translated(text), begun(why)));
}
