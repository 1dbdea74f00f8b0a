// Scores and syndromes beside the grades, each with its reasons. They look like no grade and like no alert.

import { alertText } from './alert-text.js';
import { capital, inShort, itemName, numberName } from './context-words.js';
import { element, show } from './element.js';
import { keep } from './keep.js';
import { shown } from './number.js';
import { patientPath } from './person.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';
import { age, moment } from './time.js';
import { spoken } from './words.js';

const SAYS = words.context;

const GROUPS = [
    ['inflammation', /^(iec-hs|kinetics-.*|.*easix|hscore)$/],
    ['counts', /^(icaht-.*|car-hematotox|febrile-neutropenia)$/],
    ['laboratory', /^ctcae-/],
    ['others', /./],
];

/** Items whose numbers are all in their heading. */
const SAID_IN_SHORT = ['milestones', 'discharge-readiness'];

/** Returns a function that draws the items into a place. An item that is open for reading stays open. */
export function contextCard() {
    const items = new Map();
    const told = element('p', { class: 'quiet small' });
    const groups = element('div', { class: 'context-groups' });
    return (place, context) => {
        if (!place.hasChildNodes()) show(place, introduction(), told, groups);
        told.textContent = SAYS.asOf(moment(context.at), context.ruleSet);
        const nodeOf = ({ item }) => items.get(item) ?? items.set(item, blank(item)).get(item);
        keep(
            groups,
            context.items.map(({ item }) => item),
            () => grouped(context.items).map(([name, members]) => group(SAYS.groups[name], members.map(nodeOf))),
        );
        context.items.forEach(item => fill(nodeOf(item), item, context.patientId));
    };
}

const introduction = () => element('p', {}, SAYS.introduction);

const grouped = items =>
    [...Map.groupBy(items, ({ item }) => GROUPS.find(([, names]) => names.test(item))[0])].sort(
        ([one], [other]) => place(one) - place(other),
    );

const place = group => GROUPS.findIndex(([name]) => name === group);

const group = (title, nodes) =>
    element(
        'section',
        { 'aria-label': title },
        element('h3', {}, title),
        element(
            'ul',
            { class: 'plain' },
            nodes.map(({ node }) => node),
        ),
    );

function blank(item) {
    const summary = element('summary');
    const body = element('div', { class: 'reasons' });
    return {
        summary,
        body,
        node: element('li', { 'data-item': item }, element('details', {}, summary, body)),
    };
}

/** An item that this page cannot draw says so, and the others are drawn. */
function fill({ summary, body }, item, patientId) {
    try {
        keep(summary, item, () => heading(item, inShort(item)));
        keep(body, item, () => reasons(item, patientId));
    } catch (failure) {
        keep(summary, [item], () => heading({ ...item, inputs: [], facts: [] }, SAYS.notShown));
        reportError(failure);
    }
}

const heading = (item, value) => [
    element('span', { class: 'name' }, itemName(item.item)),
    element(
        'span',
        { class: 'value' },
        element('strong', {}, value),
        oldest(item) && element('span', { class: 'quiet small' }, age(oldest(item))),
    ),
];

/** The time of the oldest record that the item rests on: it is not more recent than that. */
const oldest = ({ inputs, facts }) =>
    [...inputs, ...facts]
        .map(({ effectiveAt }) => effectiveAt)
        .filter(Boolean)
        .sort()
        .at(0);

const reasons = (item, patientId) => [
    item.text && element('p', {}, capital(item.text)),
    item.reason && element('p', {}, SAYS.incomplete(alertText(item.reason))),
    item.missing.length > 0 && element('p', {}, SAYS.missing(item.missing.map(alertText).join(', '))),
    item.item === 'discharge-readiness' ? toTheList(patientId) : listed(SAYS.checked, item.facts.map(fact)),
    listed(SAYS.values, item.inputs.map(input)),
    !SAID_IN_SHORT.includes(item.item) && listed(SAYS.numbers, Object.entries(item.numbers).map(number)),
    listed(
        SAYS.notes,
        item.notes.map(note => element('li', {}, capital(note))),
    ),
    element(
        'p',
        { class: 'quiet small' },
        SAYS.source(translated(item.caveat), translated(item.rule), item.version, capital(item.source)),
    ),
];

const toTheList = patientId =>
    element('a', { class: 'button', href: patientPath(patientId, '/going-home') }, SAYS.openList);

const listed = (title, lines) => lines.length > 0 && [element('h4', {}, title), element('ul', {}, lines)];

const fact = ({ holds, finding, effectiveAt }) =>
    element(
        'li',
        {},
        element('strong', {}, { true: SAYS.yes, false: SAYS.no }[holds] ?? SAYS.unknown),
        alertText(finding),
        effectiveAt && [`, ${moment(effectiveAt)}, `, age(effectiveAt)],
    );

const input = ({ name, comparator, value, unit, effectiveAt }) =>
    element(
        'li',
        {},
        alertText(`${spoken(name)} ${comparator ?? ''}${shown(value)} ${unit}`),
        `, ${moment(effectiveAt)}, `,
        age(effectiveAt),
    );

const number = ([name, value]) => element('li', {}, `${numberName(name)}: ${shown(value)}`);
