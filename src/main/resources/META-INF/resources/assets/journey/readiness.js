// The readiness list before the infusion, item by item. A physician may decide to go on without an item.

import { post } from '../api.js';
import { choice, number, numberOf, text, textOf } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { byId, element } from '../element.js';
import { keep } from '../keep.js';
import { translated } from '../phrase-book.js';
import { words } from '../phrases.js';
import { attributes } from '../session.js';
import { dateAndClock } from '../time.js';
import { savingForm } from './saving.js';
import { begun } from './words.js';

const MARKS = { met: '✓', 'not-met': '✗', open: '○', override: '!' };
const said = words.journeyReadiness;
/** The list of a hospital that has named none. */
const STANDARD = 'default';

/** Returns a function that shows the list of a journey. Its forms stay as they are, for who is filling them in. */
export function offerReadiness(place, path, who, after) {
    let parts = {};
    return ({ readiness, overrides, infusions }) => {
        const infused = infusions.some(({ stands }) => stands);
        keep(
            place,
            readiness.items.map(({ item, least }) => [item, least]),
            () => {
                parts = Object.fromEntries(readiness.items.map(item => [item.item, part(item, path, who, after)]));
                return readiness.items.map(({ item }) => parts[item].node);
            },
        );
        readiness.items.forEach(item => parts[item.item].draw(item, infused));
        keep(byId('readiness-state'), [readiness.complete, readiness.list, readiness.owner], () => standing(readiness));
        keep(byId('overrides'), overrides, () => decisions(overrides, readiness.items));
    };
}

const standing = ({ complete, list, owner, approvedAt, items }) => [
    element('strong', { class: complete ? 'good' : 'bad' }, complete ? said.complete : said.notComplete),
    complete && items.some(({ override }) => override) && said.withOverride,
    element(
        'span',
        { class: 'quiet' },
        said.list(`${list === STANDARD ? said.standard : list}${owner ? `, ${owner}, ${approvedAt}` : ''}`),
    ),
];

const decisions = (overrides, items) =>
    overrides.length > 0 && [
        element('h3', {}, said.overrides),
        element(
            'ul',
            { class: 'plain' },
            overrides.map(decision =>
                element('li', {}, `${itemText(items, decision.target)}: ${overrideWords(decision)}`),
            ),
        ),
    ];

/** The hospital may have taken the item off its list since. */
const itemText = (items, target) => translated(items.find(({ item }) => item === target)?.text ?? target);

const overrideWords = ({ reason, by, at }) => said.overridden(reason, by, dateAndClock(at));

function part(item, path, who, after) {
    const state = element('div', { class: 'item-state' });
    const forms = element('div', { class: 'item-forms no-print' });
    const answering = item.computed ? undefined : answerForm(item, path, after);
    const overriding = item.computed || !attributes(who) ? undefined : overrideForm(item, path, after);
    forms.append(...[answering, overriding].filter(Boolean));
    const node = element('li', { 'data-item': item.item }, state, forms);
    return {
        node,
        draw: (now, infused) => {
            const word = now.override ? 'override' : now.state;
            node.className = `item ${word}`;
            keep(state, now, () => stateOf(now, word));
            if (answering) answering.hidden = infused;
            if (overriding) overriding.hidden = infused || now.state === 'met' || now.override !== undefined;
        },
    };
}

const stateOf = ({ text: title, why, answer, override, validForHours, least }, word) => [
    element(
        'span',
        { class: 'verdict' },
        element('span', { 'aria-hidden': 'true' }, `${MARKS[word]} `),
        said.states[word],
    ),
    element(
        'div',
        {},
        element('strong', {}, translated(title)),
        element('span', { class: 'small quiet' }, limits(validForHours, least)),
        why && element('p', { class: word === 'override' ? '' : 'bad' }, begun(why)),
        answer && element('p', { class: 'small' }, answerWords(answer)),
        override && element('p', { class: 'override' }, said.override(overrideWords(override))),
    ),
];

const limits = (hours, least) => [hours && said.validFor(hours), least && said.least(least)].filter(Boolean).join('');

const answerWords = ({ answer, count, note, at, by }) =>
    [said.answers[answer], count, by, dateAndClock(at), note].filter(part => part !== undefined).join(', ');

/** The folded form closes once it is saved, and the focus goes back to its title. */
function folded(title, item, build, after) {
    const summary = element('summary', {}, title, element('span', { class: 'unseen' }, said.of(translated(item.text))));
    const details = element('details', {}, summary);
    details.append(
        build(async () => {
            details.open = false;
            summary.focus();
            await after();
            if (details.hidden) details.parentElement.querySelector('summary').focus();
        }),
    );
    return details;
}

const answerForm = (item, path, after) =>
    folded(
        said.answer,
        item,
        saved =>
            savingForm({
                label: said.answerTo(translated(item.text)),
                fields: [
                    choice('answer', said.answer, Object.entries(said.answers)),
                    element(
                        'div',
                        { class: 'grid' },
                        item.least !== undefined && number('count', said.count, { required: false, step: 1 }),
                        text('note', said.note, { required: false, maxlength: 2000 }),
                        timeField('at', said.at, { required: false }),
                    ),
                ],
                save: async data => {
                    await post(`${path}/readiness`, {
                        item: item.item,
                        answer: data.get('answer'),
                        count: numberOf(data, 'count'),
                        note: textOf(data, 'note'),
                        at: timeOf(data, 'at'),
                    });
                },
                after: saved,
            }),
        after,
    );

const overrideForm = (item, path, after) =>
    folded(
        said.goOn,
        item,
        saved =>
            savingForm({
                label: said.overrideOf(translated(item.text)),
                button: said.goOnWithout,
                kind: 'danger',
                fields: text('reason', said.reason, { maxlength: 2000 }),
                save: async data => {
                    await post(`${path}/overrides`, { target: item.item, reason: textOf(data, 'reason') });
                },
                after: saved,
            }),
        after,
    );
