// An attribution: a physician's signed statement that a component has another cause. The form tells what it would
// change.

import { post, step, Unreachable } from '../api.js';
import { element, show } from '../element.js';
import { isKnown } from '../grade.js';
import { moment, now } from '../time.js';
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

export function attributionForm({ patientId }) {
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
            'Your signed statement that a component has another cause. While it acts, the component does not count, ' +
                'and says so.',
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
    /** The newest question counts: answers may come in another order. */
    const preview = async data => {
        const question = questionOf(data);
        const told = JSON.stringify(question);
        if (told === asked) return;
        asked = told;
        show(consequence);
        if (question === undefined) return;
        const words = await answerTo(patientId, question);
        if (told === asked) show(consequence, words);
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
        typed: preview,
    };
}

/** What the preview needs: the cause changes no grade. */
function questionOf(data) {
    const [components, from, until] = [data.getAll('components'), timeOf(data, 'from'), timeOf(data, 'until')];
    return components.length > 0 && from && until && until > from
        ? { components, from, until, effectiveAt: timeOf(data, 'at') }
        : undefined;
}

async function answerTo(patientId, question) {
    try {
        const told = await post(`/v1/patients/${step(patientId)}/attributions/preview`, question);
        return element(
            'section',
            { class: 'card', 'aria-label': 'What this would change' },
            element('h3', {}, 'What this would change'),
            sentences('CRS', told.crs, question),
            sentences('ICANS', told.icans, question),
        );
    } catch (failure) {
        const reason = failure instanceof Unreachable ? 'the service does not answer' : failure.sentence;
        if (reason === undefined) throw failure;
        return element('p', { class: 'warning' }, `What this would change cannot be told: ${reason}.`);
    }
}

const sentences = (name, { now: known, then: supposed, differences }, { until }) => [
    differences.length === 0
        ? element('p', {}, `${name} would not change.`)
        : differences.map(one => element('p', {}, element('strong', {}, `${change(name, one)}.`))),
    !isKnown(supposed.grade) &&
        isKnown(known.grade) &&
        element('p', { class: 'bad' }, `It could not be graded: ${supposed.reason}.`),
    peak(name, known.peak, supposed.peak),
    differences.some(one => one.until === undefined) &&
        Date.parse(until) > now() &&
        element('p', { class: 'quiet' }, 'What is found after the attribution has ended counts as usual.'),
];

/** "CRS would be 0 instead of 3 from 20:00". */
const change = (name, { from, until, now: known, then: supposed }) =>
    `${name} would ${isKnown(supposed) ? `be ${supposed}` : 'not be known'} instead of ` +
    `${isKnown(known) ? known : 'not known'} from ${moment(from)}${until ? ` to ${moment(until)}` : ''}`;

function peak(name, known, supposed) {
    if (known?.grade === supposed?.grade) {
        return known && element('p', {}, `The highest ${name} would stay ${known.grade}.`);
    }
    if (!known) return element('p', {}, `The highest ${name} would be ${supposed.grade}.`);
    if (!supposed) return element('p', {}, `The highest ${name} would not be known instead of ${known.grade}.`);
    const moves = supposed.grade < known.grade ? 'fall' : 'rise';
    return element('p', {}, `The highest ${name} would ${moves} from ${known.grade} to ${supposed.grade}.`);
}
