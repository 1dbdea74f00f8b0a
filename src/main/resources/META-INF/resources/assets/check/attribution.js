// An attribution: a physician's signed statement that a component has another cause. The form tells what it would
// change.

import { post, step, Unreachable } from '../api.js';
import { element, show } from '../element.js';
import { isKnown } from '../grade.js';
import { moment } from '../time.js';
import { spoken } from '../words.js';
import { RAISES_ICANS } from './events.js';
import { pick, text, textOf, tick } from './fields.js';
import { timeField, timeOf } from './time-field.js';

/** A finding is a word of the API, or a pair of it and its text. */
const GRADED_FINDINGS = RAISES_ICANS.map(option => [option].flat()[0]);
const COMPONENTS = [
    'fever',
    'hypotension',
    'hypoxia',
    'ice',
    'capd',
    'consciousness',
    'seizure',
    ...GRADED_FINDINGS,
    'intracranial-haemorrhage',
    'myoclonus',
    'headache',
];
const CAUSES = [
    'Infection, with a culture',
    'Infection, without a culture',
    'Transfusion reaction',
    'Effect of a drug',
    'Adrenal insufficiency',
    'Cardiac',
    'Sedation or anaesthesia',
    'Baseline of the patient',
    'Another cause',
];
const NEEDS_WORDS = 'Another cause';
/** Somebody who types a time changes it several times. */
const TYPING = 400;

export function attributionForm({ patientId, infusedAt }) {
    const consequence = element('div', { id: 'consequence', role: 'status' });
    const detail = text('detail', 'More about the cause', { required: false });
    const cause = pick(
        'cause',
        'Cause',
        CAUSES.map(words => [words, words]),
    );
    cause.querySelector('select').addEventListener('change', ({ target }) => {
        detail.querySelector('input').required = target.value === NEEDS_WORDS;
    });
    const node = element(
        'div',
        {},
        element(
            'p',
            { class: 'quiet' },
            'Your signed statement that a component has another cause. Until it ends the component does not ' +
                'count, and the grade names the attribution.',
        ),
        element(
            'fieldset',
            {},
            element('legend', {}, 'Components'),
            element(
                'div',
                { class: 'choice' },
                COMPONENTS.map(word => tick('components', spoken(word), word)),
            ),
        ),
        cause,
        detail,
        timeField('from', 'From'),
        timeField('until', 'Until'),
        element(
            'p',
            { class: 'quiet' },
            'Fever, hypotension and hypoxia are attributed for 24 hours at most; sign again to go on.',
        ),
        consequence,
    );
    let asked;
    let typing;
    /** The newest question counts: answers may come in another order. */
    const ask = async (question, told) => {
        const words = await answerTo(patientId, infusedAt, question);
        if (told !== asked) return;
        show(consequence, words.node);
        if (words.failed) asked = undefined;
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
    if (Date.parse(question.from) < Date.parse(infusedAt)) return untold('it begins before the infusion', false);
    try {
        const told = await post(`/v1/patients/${step(patientId)}/attributions/preview`, question);
        return {
            node: element(
                'section',
                { class: 'card', 'aria-label': 'What this would change' },
                element('h3', {}, 'What this would change'),
                sentences('CRS', told.crs),
                sentences('ICANS', told.icans),
                yetToCome(told, question),
            ),
        };
    } catch (failure) {
        const reason = failure instanceof Unreachable ? 'the service does not answer' : failure.sentence;
        if (reason === undefined) throw failure;
        return untold(reason, true);
    }
}

const untold = (reason, failed) => ({
    node: element('p', { class: 'warning' }, `What this would change cannot be told: ${reason}.`),
    failed,
});

const sentences = (name, { actual, withAttribution, differences }) => [
    differences.length === 0
        ? element('p', {}, `${name} would not change up to now.`)
        : differences.map(one => element('p', {}, element('strong', {}, change(name, one)))),
    !isKnown(withAttribution.grade) &&
        isKnown(actual.grade) &&
        element('p', { class: 'bad' }, `It could not be graded: ${withAttribution.reason}.`),
    peak(name, actual.peak, withAttribution.peak),
];

/** "CRS would be 0 instead of 3 from 20:00." */
function change(name, { from, until, actual, withAttribution }) {
    const span = `${moment(from)}${until ? ` to ${moment(until)}` : ''}`;
    if (isKnown(withAttribution)) {
        return `${name} would be ${withAttribution} instead of ${isKnown(actual) ? actual : 'unknown'} from ${span}.`;
    }
    return `From ${span} ${name} would be unknown. ${until ? `It was ${actual} then.` : `It is ${actual} now.`}`;
}

function peak(name, actual, withAttribution) {
    if (actual?.grade === withAttribution?.grade) {
        return actual && element('p', {}, `Up to now the highest ${name} would stay ${actual.grade}.`);
    }
    if (!actual) return element('p', {}, `The highest ${name} would be ${withAttribution.grade}.`);
    if (!withAttribution) {
        return element('p', {}, `The highest ${name} would become unknown. It is ${actual.grade} now.`);
    }
    const moves = withAttribution.grade < actual.grade ? 'fall' : 'rise';
    return element('p', {}, `The highest ${name} would ${moves} from ${actual.grade} to ${withAttribution.grade}.`);
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
                `From ${begins ? moment(begins) : 'now'}${until ? ` until ${moment(until)}` : ' on'}, ` +
                    `${named(components)} will not count, whatever is found.`,
            ),
        ),
        groups.size > 0 && element('p', { class: 'quiet' }, 'What is found after the end counts as usual.'),
        never.length > 0 &&
            element(
                'p',
                { class: 'bad' },
                `For ${named(never)} it never acts: it ends 24 hours after the signature, before it begins.`,
            ),
    ];
}

const named = components => components.map(({ component }) => spoken(component)).join(', ');
