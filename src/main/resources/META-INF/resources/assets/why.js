// The reasons of a grade, to be read aloud: each finding with its limit, its rule and its time.

import { element } from './element.js';
import { badge, isKnown } from './grade.js';
import { langOf, translated } from './phrase-book.js';
import { words } from './phrases.js';
import { age, distance, moment } from './time.js';
import { flag, said, spoken } from './words.js';

const SAYS = words.why;

/** The grade and the findings that make it, in short. */
export const shortWhy = (name, told) => element('div', { class: 'short-why' }, badge(name, told.grade), reasons(told));

/** Everything about one syndrome's grade. */
export function why(name, told) {
    return [
        element('h2', {}, SAYS.title(name)),
        badge(name, told.grade),
        isKnown(told.grade)
            ? element(
                  'p',
                  {},
                  told.since && SAYS.since(moment(told.since), age(told.since)),
                  told.onset && SAYS.onset(moment(told.onset)),
                  '.',
                  peak(told),
              )
            : element('p', { class: 'warning' }, SAYS.cannot(translated(told.reason)), peak(told)),
        told.course && course(told.course),
        flags(told),
        findings(SAYS.counts, told.basis),
        findings(
            SAYS.leftOut,
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
        !isKnown(told.grade) && element('p', { class: 'bad' }, SAYS.cannot(translated(told.reason))),
        element(
            'ul',
            {},
            sentences(SAYS.leftOutBriefly, told.leftOut),
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

const peak = ({ peak: highest }) => highest && SAYS.peak(highest.grade, moment(highest.at));

/** Whether the course of CRS is over, and when it ends by itself: wards say "resolving", not 0. */
function course({ open, onset, treated, openedBy, endsAt, closedAt }) {
    if (!onset) return element('p', {}, SAYS.noCourse);
    const parts = [
        open ? SAYS.courseOpen(moment(onset)) : SAYS.courseClosed(moment(onset)),
        closedAt && SAYS.until(moment(closedAt)),
        treated && SAYS.treated,
        openedBy && SAYS.openedBy(openedBy),
        endsAt && SAYS.endsBySelf(moment(endsAt)),
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
        !isKnown(told.grade) && element('li', { class: 'bad', lang: langOf(told.reason) }, translated(told.reason)),
        counted.map(({ component, finding, pieces, grade }) =>
            element('li', {}, `${spoken(component)}: ${said(finding, pieces)}`, SAYS.givesInBrackets(grade)),
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
        isKnown(grade) && SAYS.gives(grade),
        effectiveAt && SAYS.at(moment(effectiveAt), age(effectiveAt)),
        element('span', { class: 'quiet small' }, [rule, source].filter(Boolean).map(translated).join(', ')),
    );

const outlook = ({ outlook: sentences = [], outlookPieces: pieces = [] }) =>
    sentences.length > 0 && [
        element('h3', {}, SAYS.outlook),
        element(
            'ul',
            {},
            sentences.map((sentence, place) => element('li', {}, said(sentence, pieces[place]))),
        ),
    ];
