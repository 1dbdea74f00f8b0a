// The reasons of a grade, to be read aloud: each finding with its limit, its rule and its time.

import { element } from './element.js';
import { badge, isKnown } from './grade.js';
import { age, distance, moment } from './time.js';
import { flag, said, spoken } from './words.js';

/** The grade and the findings that make it, in short. */
export const shortWhy = (name, told) => element('div', { class: 'short-why' }, badge(name, told.grade), reasons(told));

/** Everything about one syndrome's grade. */
export function why(name, told) {
    return [
        element('h2', {}, `${name}: why this grade`),
        badge(name, told.grade),
        isKnown(told.grade)
            ? element(
                  'p',
                  {},
                  told.since && `Since ${moment(told.since)}, `,
                  told.since && age(told.since),
                  told.onset && `. Onset ${moment(told.onset)}`,
                  '.',
                  peak(told),
              )
            : element('p', { class: 'warning' }, `Cannot grade: ${told.reason}.`, peak(told)),
        told.course && course(told.course),
        flags(told),
        findings('What counts', told.basis),
        findings(
            'What was left out',
            told.leftOut?.map(({ grade, ...found }) => found),
        ),
        outlook(told),
    ];
}

/** What the grade rests on and what would change it, for paper. The grade itself and its reasons are told before. */
export const assessed = (name, told) =>
    element(
        'section',
        {},
        element('h3', {}, name),
        !isKnown(told.grade) && element('p', { class: 'bad' }, `Cannot grade: ${told.reason}.`),
        element(
            'ul',
            {},
            sentences('Left out', told.leftOut),
            told.flags?.map(word => element('li', {}, `⚑ ${flag(word)}`)),
            told.outlook?.map((sentence, place) => element('li', {}, said(sentence, told.outlookPieces?.[place]))),
        ),
    );

const sentences = (title, found = []) =>
    found.map(({ component, finding: sentence, pieces, effectiveAt }) =>
        element(
            'li',
            {},
            `${title}: ${spoken(component)}: ${said(sentence, pieces)}`,
            effectiveAt && `, ${moment(effectiveAt)} (${distance(effectiveAt)})`,
        ),
    );

/** The course of CRS in one sentence, with the highest grade. */
export const courseOf = told => [told.course && course(told.course), element('p', {}, peak(told))];

const peak = ({ peak: highest }) => highest && ` Highest so far: ${highest.grade}, first at ${moment(highest.at)}.`;

/** Whether the course of CRS is over, and when it ends by itself: wards say "resolving", not 0. */
function course({ open, onset, treated, openedBy, endsAt, closedAt }) {
    if (!onset) return element('p', {}, 'No course of CRS so far.');
    const parts = [
        `Course of CRS ${open ? 'open' : 'closed'}: since ${moment(onset)}`,
        closedAt && `until ${moment(closedAt)}`,
        treated && 'treated',
        openedBy && `opened by ${openedBy}`,
        endsAt && `ends by itself after ${moment(endsAt)} if nothing more is found`,
    ];
    return element('p', {}, `${parts.filter(Boolean).join(', ')}.`);
}

const flags = ({ flags: raised = [] }) =>
    raised.length > 0 &&
    element(
        'ul',
        { class: 'flags plain' },
        raised.map(word => element('li', {}, `⚑ ${flag(word)}`)),
    );

function reasons(told) {
    const counted = (told.basis ?? []).filter(({ grade }) => grade > 0);
    return element(
        'ul',
        { class: 'plain' },
        !isKnown(told.grade) && element('li', { class: 'bad' }, told.reason),
        counted.map(({ component, finding, pieces, grade }) =>
            element('li', {}, `${spoken(component)}: ${said(finding, pieces)} (gives ${grade})`),
        ),
    );
}

const findings = (title, found = []) =>
    found.length > 0 && [element('h3', {}, title), element('ul', { class: 'plain findings' }, found.map(finding))];

const finding = ({ component, grade, finding: sentence, pieces, rule, source, effectiveAt }) =>
    element(
        'li',
        {},
        element('strong', {}, `${spoken(component)}: ${said(sentence, pieces)}`),
        isKnown(grade) && ` gives ${grade}. `,
        effectiveAt && [`At ${moment(effectiveAt)}, `, age(effectiveAt), '. '],
        element('span', { class: 'quiet small' }, [rule, source].filter(Boolean).join(', ')),
    );

const outlook = ({ outlook: sentences = [], outlookPieces: pieces = [] }) =>
    sentences.length > 0 && [
        element('h3', {}, 'What would change it'),
        element(
            'ul',
            {},
            sentences.map((sentence, place) => element('li', {}, said(sentence, pieces[place]))),
        ),
    ];
