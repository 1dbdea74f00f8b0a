// The list that is read before a patient goes home, with the ticks of people. A list, never a verdict.

import { tryForm } from './attempt.js';
import { choice, text, textOf } from './check/fields.js';
import { capital } from './context-words.js';
import { element, show } from './element.js';
import { keep } from './keep.js';
import { age, moment } from './time.js';

const LONGEST = 400;
const STATES = { met: '✓ Met', open: '○ Open', unknown: '? Not known' };

/** What a person looks at. */
const ASKS = {
    'D-6': 'If steroids are still given: is a taper written?',
    'D-8': 'Are transfusions planned? Either answer meets the line.',
    'D-9': 'No infection that is not under control, and prophylaxis prescribed.',
    'D-10': 'Somebody there for 24 h, agreed distance, transport, phone, thermometer.',
    'D-11': 'Card given, teach-back done, the daily sentence shown, in a language that they read.',
    'D-12': 'First visit booked, whom to call by day and by night, letter sent.',
};
const ANSWERS = {
    'D-6': ['On a written taper', 'No written taper'],
    'D-8': ['Planned', 'None planned'],
};
const answersOf = line => ANSWERS[line] ?? ['Done', 'Not done'];

/**
 * Returns a function that draws the list into a place. A half-written tick is not disturbed.
 *
 * @param tick called with a line and the body of its tick
 */
export function readinessList({ mayTick, ended, tick }) {
    const lines = new Map();
    const told = element('p', {});
    const list = element('ol', { class: 'plain lines' });
    return (place, { at, day, lines: found }) => {
        if (!place.hasChildNodes()) show(place, told, list);
        told.textContent = summary(found, at, day, ended);
        const nodeOf = line => lines.get(line.line) ?? lines.set(line.line, blank(line, mayTick, tick)).get(line.line);
        keep(
            list,
            found.map(({ line }) => line),
            () => found.map(line => nodeOf(line).node),
        );
        found.forEach(line => keep(nodeOf(line).says, line, () => says(line, ended)));
    };
}

function summary(lines, at, day, ended) {
    if (lines.length === 0) return 'The list begins with the infusion.';
    const count = asked => lines.filter(({ state }) => state === asked).length;
    return (
        `Day ${day}: ${count('met')} met, ${count('open')} open, ${count('unknown')} not known, ` +
        `${ended ? 'at the discharge' : 'as of'} ${moment(at)}. A list, never a verdict: the physician decides.`
    );
}

function blank({ line, title, ticked }, mayTick, tick) {
    const content = element('div');
    return {
        says: content,
        node: element('li', { 'data-line': line }, content, mayTick && ticked && ticking(line, title, tick)),
    };
}

const says = ({ line, title, state, why, since, until, computed, ticked, asksForReason, tick }, ended) => [
    element(
        'p',
        {},
        element('strong', { class: `state ${state}` }, STATES[state]),
        ' ',
        element('strong', {}, `${line} ${capital(title)}`),
        since && [` since ${moment(since)}, `, age(since)],
    ),
    element('p', {}, `${capital(why)}.`),
    !ended && until && element('p', {}, `Met at ${moment(until)} if nothing happens.`),
    tick && element('p', {}, tickedBy(line, tick, why)),
    element(
        'p',
        { class: 'quiet small' },
        [
            ASKS[line],
            computed ? (ticked ? 'From the record, and a person.' : 'From the record.') : 'A person ticks it.',
            asksForReason ? '' : 'It asks for no reason if it is open.',
        ]
            .filter(Boolean)
            .join(' '),
    ),
];

function tickedBy(line, { done, at, by, note }, why) {
    const [yes, no] = answersOf(line);
    return `Ticked “${done ? yes : no}” by ${by}, ${moment(at)}${note && !why.includes(note) ? `: ${note}` : ''}.`;
}

function ticking(line, title, tick) {
    const outcome = element('div', { role: 'status' });
    const [done, notDone] = answersOf(line);
    const form = element(
        'form',
        { 'aria-label': `Tick ${line}` },
        choice('done', capital(title), [
            ['true', done],
            ['false', notDone],
        ]),
        text('note', 'Note', { required: false, maxlength: LONGEST }),
        element('button', { class: 'primary' }, 'Save the tick'),
    );
    const fold = element('details', {}, element('summary', { 'aria-label': `Tick ${line} …` }, 'Tick …'), form);
    tryForm(
        form,
        async data => {
            await tick(line, { done: data.get('done') === 'true', note: textOf(data, 'note') });
            form.reset();
            fold.open = false;
        },
        outcome,
    );
    return element('div', {}, fold, outcome);
}
