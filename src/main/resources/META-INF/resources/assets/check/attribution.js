// An attribution: a physician's signed statement that a component has another cause. The form tells what it would
// change.

import { post, step, Unreachable } from '../api.js';
import { element, show } from '../element.js';
import { isKnown } from '../grade.js';
import { translated } from '../phrase-book.js';
import { words } from '../phrases.js';
import { moment } from '../time.js';
import { spoken } from '../words.js';
import { ANOTHER_CAUSE, causeSaid, CAUSES } from './causes.js';
import { RAISES_ICANS } from './events.js';
import { pick, text, textOf, tick } from './fields.js';
import { timeField, timeOf } from './time-field.js';

const said = words.check.attribution;
const SIGNS = ['fever', 'hypotension', 'hypoxia', 'ice', 'capd', 'consciousness', 'seizure'];
const FINDINGS = ['intracranial-haemorrhage', 'myoclonus', 'headache'];
const COMPONENTS = [SIGNS, RAISES_ICANS, FINDINGS].flat();
/** Somebody who types a time changes it several times. */
const TYPING = 400;

export function attributionForm({ patientId, infusedAt }) {
    const consequence = element('div', { id: 'consequence', role: 'status' });
    const detail = text('detail', said.detail, { required: false });
    const cause = pick(
        'cause',
        said.cause,
        CAUSES.map(stored => [stored, causeSaid(stored)]),
    );
    cause.querySelector('select').addEventListener('change', ({ target }) => {
        detail.querySelector('input').required = target.value === ANOTHER_CAUSE;
    });
    const node = element(
        'div',
        {},
        element('p', { class: 'quiet' }, said.how),
        element(
            'fieldset',
            {},
            element('legend', {}, said.components),
            element(
                'div',
                { class: 'choice' },
                COMPONENTS.map(word => tick('components', spoken(word), word)),
            ),
        ),
        cause,
        detail,
        timeField('from', said.from),
        timeField('until', said.until),
        element('p', { class: 'quiet' }, said.atMost),
        consequence,
    );
    let asked;
    let typing;
    /** The newest question counts: answers may come in another order. */
    const ask = async (question, told) => {
        const answer = await answerTo(patientId, infusedAt, question);
        if (told !== asked) return;
        show(consequence, answer.node);
        if (answer.failed) asked = undefined;
    };
    const typed = data => {
        const question = questionOf(data);
        const told = JSON.stringify(question);
        if (told === asked) return;
        asked = told;
        show(consequence);
        clearTimeout(typing);
        if (question) typing = setTimeout(() => ask(question, told), TYPING);
    };
    return {
        node,
        read: data => ({
            kind: 'attribution',
            components: data.getAll('components'),
            cause: [data.get('cause'), textOf(data, 'detail')].filter(Boolean).join(': '),
            from: timeOf(data, 'from'),
            until: timeOf(data, 'until'),
        }),
        typed,
        /** The grade has changed, and so may what the attribution would change. */
        regraded: data => {
            asked = undefined;
            typed(data);
        },
    };
}

/** What the preview needs: the cause changes no grade. */
function questionOf(data) {
    const [components, from, until] = [data.getAll('components'), timeOf(data, 'from'), timeOf(data, 'until')];
    return components.length > 0 && from && until && until > from
        ? { components, from, until, effectiveAt: timeOf(data, 'at') }
        : undefined;
}

async function answerTo(patientId, infusedAt, question) {
    if (Date.parse(question.from) < Date.parse(infusedAt)) return untold(said.tooEarly, false);
    try {
        const told = await post(`/v1/patients/${step(patientId)}/attributions/preview`, question);
        return {
            node: element(
                'section',
                { class: 'card', 'aria-label': said.title },
                element('h3', {}, said.title),
                sentences('CRS', told.crs),
                sentences('ICANS', told.icans),
                yetToCome(told, question),
            ),
        };
    } catch (failure) {
        const reason = failure instanceof Unreachable ? said.noAnswer : failure.sentence;
        if (reason === undefined) throw failure;
        return untold(reason, true);
    }
}

const untold = (reason, failed) => ({
    node: element('p', { class: 'warning' }, said.untold(reason)),
    failed,
});

const sentences = (name, { actual, withAttribution, differences }) => [
    differences.length === 0
        ? element('p', {}, said.same(name))
        : differences.map(one => element('p', {}, element('strong', {}, change(name, one)))),
    !isKnown(withAttribution.grade) &&
        isKnown(actual.grade) &&
        element('p', { class: 'bad' }, said.noGrade(translated(withAttribution.reason))),
    peak(name, actual.peak, withAttribution.peak),
];

/** "CRS would be 0 instead of 3 from 20:00." */
function change(name, { from, until, actual, withAttribution }) {
    const span = [moment(from), until && moment(until)];
    if (!isKnown(withAttribution)) return said.wouldBeUnknown(name, actual, ...span);
    return said.wouldBe(name, withAttribution, isKnown(actual) ? actual : said.unknown, ...span);
}

function peak(name, actual, withAttribution) {
    if (actual?.grade === withAttribution?.grade) {
        return actual && element('p', {}, said.highestStays(name, actual.grade));
    }
    if (!actual) return element('p', {}, said.highestWouldBe(name, withAttribution.grade));
    if (!withAttribution) {
        return element('p', {}, said.highestUnknown(name, actual.grade));
    }
    return element('p', {}, said.highestMoves(name, actual.grade, withAttribution.grade));
}

/** What the grades up to now do not show: from now on, whatever is found, the components will not count. */
function yetToCome({ at, ends }, { from }) {
    const begins = Date.parse(from) > Date.parse(at) ? from : undefined;
    const later = until => until === undefined || Date.parse(until) > Date.parse(begins ?? at);
    const never = ends.filter(({ until }) => begins && !later(until));
    const groups = Map.groupBy(
        ends.filter(({ until }) => later(until)),
        ({ until }) => until,
    );
    return [
        [...groups].map(([until, components]) =>
            element(
                'p',
                { class: 'bad' },
                said.willNotCount(named(components), begins && moment(begins), until && moment(until)),
            ),
        ),
        groups.size > 0 && element('p', { class: 'quiet' }, said.afterTheEnd),
        never.length > 0 && element('p', { class: 'bad' }, said.neverActs(named(never))),
    ];
}

const named = components => components.map(({ component }) => spoken(component)).join(', ');
