// The rows of the hospital's own protocol that fit the patient, and the answers to them.

import { element, show } from './element.js';
import { keep } from './keep.js';
import { answerForm } from './protocol-answer.js';
import { age, calendarDay, clock, dayAndClock, moment } from './time.js';
import { alertText } from './alert-text.js';
import { spoken } from './words.js';

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
export const openSteps = ({ open }) => (open === 1 ? '1 step open' : open > 1 ? `${open} steps open` : 'no step open');

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
    element('p', { class: 'quiet' }, row.introduction),
    element('p', { class: 'said' }, row.text),
    element('p', {}, state(row)),
    facts(row),
    row.reviewOverdueSince &&
        element('p', {}, element('strong', {}, `Review overdue since ${calendarDay(row.reviewOverdueSince)}.`)),
    element(
        'p',
        { class: 'quiet small' },
        `Row ${row.row}, version ${row.version}. Owner ${row.owner.name}, ${row.owner.role}. ` +
            `Approved ${calendarDay(row.approvedAt)}, next review by ${calendarDay(row.reviewBy)}. ` +
            `For ${row.forRoles.join(' and ')}.`,
    ),
    row.earlier.length > 0 &&
        element(
            'details',
            {},
            element('summary', {}, `Earlier answers (${row.earlier.length})`),
            element(
                'ul',
                {},
                row.earlier.map(one => element('li', {}, `${answered(one)}, version ${one.version}`)),
            ),
        ),
];

const state = ({ open, openForLong, answer, since }) => [
    `Fits since ${moment(since)}, `,
    age(since),
    '. ',
    answer && `${answered(answer)}. `,
    open && element('strong', {}, openForLong ? 'Open for an hour or longer.' : 'Open.'),
];

/** "Done 10:20, by nurse-1: cultures taken". */
function answered({ answer, at, until, reason, answeredAt, by, text }) {
    const what = {
        done: () => `Done ${moment(at ?? answeredAt)}`,
        planned: () => `Planned until ${moment(until)}, answered ${moment(answeredAt)}`,
        declined: () => `Declined ${moment(answeredAt)}, ${spoken(reason).toLowerCase()}`,
    }[answer]();
    return `${what}, by ${by}${text ? `: ${text}` : ''}`;
}

const facts = ({ doses, weight, readAtHome = [] }) =>
    (doses.length > 0 || weight || readAtHome.length > 0) &&
    element(
        'ul',
        {},
        doses.map(given => element('li', {}, dose(given))),
        weight &&
            element(
                'li',
                {},
                `Weight ${weight.value} kg, ${weight.at ? dayAndClock(weight.at) : 'given at the admission'}`,
            ),
        readAtHome.map(({ finding, effectiveAt }) =>
            element(
                'li',
                { class: 'at-home' },
                element('strong', {}, 'Read at home'),
                `: ${alertText(finding)}${effectiveAt ? `, ${moment(effectiveAt)}` : ''}`,
            ),
        ),
    );

function dose({ drug, sinceInfusion, sinceOnset, lastAt }) {
    const onset = sinceOnset === undefined ? '' : `, ${sinceOnset} since the onset of CRS`;
    return (
        `${spoken(drug)}: ${sinceInfusion} ${sinceInfusion === 1 ? 'dose' : 'doses'} since the infusion${onset}` +
        (lastAt ? `, last ${moment(lastAt)}` : '')
    );
}

const below = ({ items, unclear, table, at }) => [
    items.length === 0 && element('p', {}, 'No row of your protocol fits.'),
    unclear.length > 0 && [
        element('h3', {}, 'Not known whether these rows fit'),
        element(
            'ul',
            {},
            unclear.map(({ row, missing }) =>
                element('li', {}, `${row}: missing ${missing.map(alertText).join(', ')}`),
            ),
        ),
    ],
    element(
        'p',
        { class: 'quiet small' },
        `As of ${moment(at)}. Table ${table}. The words are your hospital’s: no alert, and no order.`,
    ),
    element('p', {}, element('a', { class: 'button', href: '/protocol' }, 'All rows of your protocol, to read')),
];
