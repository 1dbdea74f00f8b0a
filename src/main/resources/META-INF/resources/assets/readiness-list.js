// The list that is read before a patient goes home, with the ticks of people. A list, never a verdict.

import { tryForm } from './attempt.js';
import { choice, text, textOf } from './check/fields.js';
import { capital } from './context-words.js';
import { element, show } from './element.js';
import { keep } from './keep.js';
import { words } from './phrases.js';
import { age, moment } from './time.js';

const LONGEST = 400;
const said = words.readinessList;
const answersOf = line => said.answers[line] ?? said.done;

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
    if (lines.length === 0) return said.notBegun;
    const count = asked => lines.filter(({ state }) => state === asked).length;
    const told = said.summary(day, count('met'), count('open'), count('unknown'));
    return `${told}${(ended ? said.atDischarge : said.asOf)(moment(at))}`;
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
        element('strong', { class: `state ${state}` }, said.states[state]),
        ' ',
        element('strong', {}, `${line} ${capital(title)}`),
        since && said.since(moment(since), age(since)),
    ),
    element('p', {}, `${capital(why)}.`),
    !ended && until && element('p', {}, said.metAt(moment(until))),
    tick && element('p', {}, tickedBy(line, tick, why)),
    element(
        'p',
        { class: 'quiet small' },
        [
            said.asks[line],
            computed ? (ticked ? said.fromRecordAndPerson : said.fromRecord) : said.personTicks,
            asksForReason ? '' : said.noReason,
        ]
            .filter(Boolean)
            .join(' '),
    ),
];

function tickedBy(line, { done, at, by, note }, why) {
    const [yes, no] = answersOf(line);
    return said.ticked(done ? yes : no, by, moment(at), why.includes(note) ? undefined : note);
}

function ticking(line, title, tick) {
    const outcome = element('div', { role: 'status' });
    const [done, notDone] = answersOf(line);
    const form = element(
        'form',
        { 'aria-label': said.tick(line) },
        choice('done', capital(title), [
            ['true', done],
            ['false', notDone],
        ]),
        text('note', said.note, { required: false, maxlength: LONGEST }),
        element('button', { class: 'primary' }, said.save),
    );
    const fold = element('details', {}, element('summary', { 'aria-label': said.tickMore(line) }, said.open), form);
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
