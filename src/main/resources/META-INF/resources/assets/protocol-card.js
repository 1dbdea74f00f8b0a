// The rows of the hospital's own protocol that fit the patient, and the answers to them.

import { element, show } from './element.js';
import { keep } from './keep.js';
import { shown } from './number.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';
import { answerForm } from './protocol-answer.js';
import { age, calendarDay, clock, dayAndClock, moment } from './time.js';
import { alertText } from './alert-text.js';
import { spoken } from './words.js';

const said = words.protocolCard;

/**
 * Returns a function that draws the rows into a place. A half-written answer is not disturbed.
 *
 * @param answer called with an instance and an answer
 * @param mayAnswer whether answers are taken now
 */
export function protocolCard(answer, mayAnswer) {
    const rows = new Map();
    const list = element('ol', { class: 'plain protocol' });
    const rest = element('div');
    return (place, prompts) => {
        if (!place.hasChildNodes()) show(place, list, rest);
        const nodeOf = ({ instance }) => rows.get(instance) ?? rows.set(instance, blank()).get(instance);
        keep(
            list,
            prompts.items.map(({ instance }) => instance),
            () => prompts.items.map(row => nodeOf(row).node),
        );
        prompts.items.forEach(row => fill(nodeOf(row), row, answer, mayAnswer()));
        keep(rest, [prompts.items.length > 0, prompts.unclear, prompts.table, clock(prompts.at)], () => below(prompts));
    };
}

/** "2 steps open", for the title of the card. */
export const openSteps = ({ open }) => said.openSteps(open);

/** For whom a row is. */
export const rolesOf = ({ forRoles }) => forRoles.map(role => words.frame.roles[role] ?? role).join(words.protocol.and);

function blank() {
    const says = element('div');
    const form = element('div');
    return { says, form, node: element('li', {}, says, form) };
}

function fill({ says, form, node }, row, answer, mayAnswer) {
    node.setAttribute('data-row', row.row);
    keep(says, row, () => rowText(row));
    const offered = mayAnswer && row.mayAnswer;
    keep(form, [offered, row.row], () => offered && answerForm(row, given => answer(row.instance, given)));
}

const rowText = row => [
    element('p', { class: 'quiet' }, translated(row.introduction)),
    element('p', { class: 'said' }, row.text),
    element('p', {}, state(row)),
    facts(row),
    row.reviewOverdueSince &&
        element('p', {}, element('strong', {}, said.overdueSince(calendarDay(row.reviewOverdueSince)))),
    element(
        'p',
        { class: 'quiet small' },
        said.row(row.row, row.version, row.owner.name, row.owner.role),
        said.approved(calendarDay(row.approvedAt), calendarDay(row.reviewBy), rolesOf(row)),
    ),
    row.earlier.length > 0 &&
        element(
            'details',
            {},
            element('summary', {}, said.earlier(row.earlier.length)),
            element(
                'ul',
                {},
                row.earlier.map(one => element('li', {}, said.earlierAnswer(answered(one), one.version))),
            ),
        ),
];

const state = ({ open, openForLong, answer, since }) => [
    said.fitsSince(moment(since), age(since)),
    answer && said.answered(answered(answer)),
    open && element('strong', {}, openForLong ? said.openForLong : said.open),
];

/** "Done 10:20, by nurse-1: cultures taken". */
function answered({ answer, at, until, reason, answeredAt, by, text }) {
    const what = {
        done: () => said.done(moment(at ?? answeredAt)),
        planned: () => said.planned(moment(until), moment(answeredAt)),
        declined: () => said.declined(moment(answeredAt), spoken(reason)),
    }[answer]();
    return said.by(what, by, text);
}

const facts = ({ doses, weight, readAtHome = [] }) =>
    (doses.length > 0 || weight || readAtHome.length > 0) &&
    element(
        'ul',
        {},
        doses.map(given => element('li', {}, dose(given))),
        weight && element('li', {}, said.weight(shown(weight.value), weight.at && dayAndClock(weight.at))),
        readAtHome.map(({ finding, effectiveAt }) =>
            element(
                'li',
                { class: 'at-home' },
                element('strong', {}, said.readAtHome),
                `: ${alertText(finding)}${effectiveAt ? `, ${moment(effectiveAt)}` : ''}`,
            ),
        ),
    );

function dose({ drug, sinceInfusion, sinceOnset, lastAt }) {
    const onset = sinceOnset === undefined ? '' : said.sinceOnset(sinceOnset);
    return `${said.doses(spoken(drug), sinceInfusion)}${onset}${lastAt ? said.last(moment(lastAt)) : ''}`;
}

const below = ({ items, unclear, table, at }) => [
    items.length === 0 && element('p', {}, said.none),
    unclear.length > 0 && [
        element('h3', {}, said.unclear),
        element(
            'ul',
            {},
            unclear.map(({ row, missing }) => element('li', {}, said.missing(row, missing.map(alertText).join(', ')))),
        ),
    ],
    element('p', { class: 'quiet small' }, said.asOf(moment(at), table)),
    element('p', {}, element('a', { class: 'button', href: '/protocol' }, said.all)),
];
