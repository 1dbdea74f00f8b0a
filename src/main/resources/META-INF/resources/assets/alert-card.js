// One alert as a card, with its actions.

import { alertText } from './alert-text.js';
import { post, remove, step } from './api.js';
import { element } from './element.js';
import { gradeSentence } from './grade.js';
import { patientPath } from './person.js';
import { langOf, translated } from './phrase-book.js';
import { words } from './phrases.js';
import { age, moment } from './time.js';
import { spoken } from './words.js';

const SAYS = words.alertCard;

const MARKS = { high: '‼', medium: '!', low: 'i' };

const URGENCY = { high: 0, medium: 1, low: 2 };

/** One card per event: an alert that is grouped under another one is shown on its card, if that one is listed. */
export const speaking = alerts =>
    alerts.filter(({ groupedUnder }) => !alerts.some(({ id, state }) => id === groupedUnder && state !== 'resolved'));

/** The most urgent first, then the newest. */
export const byUrgency = (one, other) =>
    URGENCY[one.priority] - URGENCY[other.priority] || Date.parse(other.raisedAt) - Date.parse(one.raisedAt);

/**
 * @param done called after the alert was changed, to read the list again
 * @param here whether the page is the patient's own
 */
export function alertCard(alert, { mayAnswer, done, here = false }) {
    const priority = SAYS.priorities[alert.priority];
    return element(
        'li',
        { class: `alert ${alert.priority} ${alert.state}`, 'data-alert': alert.id },
        element(
            'span',
            { class: 'mark', title: priority },
            element('span', { 'aria-hidden': 'true' }, MARKS[alert.priority]),
            element('span', { class: 'unseen' }, priority),
        ),
        element(
            'div',
            {},
            about(alert, here),
            element('p', { lang: langOf(alert.detail) }, alertText(alert.detail)),
            alsoRaised(alert),
            pinned(alert),
            state(alert),
            mayAnswer && answers(alert, done),
        ),
    );
}

function about({ title, bed, ward, patientId, type }, here) {
    return element(
        'h3',
        {},
        `${translated(title)} `,
        patientId &&
            !here &&
            element('a', { href: patientPath(patientId) }, SAYS.patient(bed ?? '?', ward ?? '?', patientId)),
        !translated(title).toLowerCase().startsWith(spoken(type).toLowerCase()) &&
            element('span', { class: 'type' }, ` ${spoken(type)}`),
    );
}

const alsoRaised = ({ also = [] }) => also.length > 0 && element('p', {}, SAYS.also(also.map(translated).join('; ')));

const pinned = ({ grade }) =>
    grade?.crs &&
    grade?.icans &&
    element(
        'p',
        { class: 'quiet' },
        SAYS.graded(gradeSentence('CRS', grade.crs.grade), gradeSentence('ICANS', grade.icans.grade)),
    );

function state({ state: now, raisedAt, acknowledgedBy, acknowledgedAt, escalation, note, resolvedAt }) {
    return element(
        'p',
        {},
        SAYS.raised(moment(raisedAt), age(raisedAt)),
        escalation?.level > 0 && element('strong', {}, SAYS.escalated(escalation.level)),
        now === 'open' && escalation?.nextAt && SAYS.nextEscalation(moment(escalation.nextAt)),
        now === 'open' && element('strong', {}, SAYS.nobody),
        acknowledgedBy && SAYS.has(acknowledgedBy, moment(acknowledgedAt)),
        note && SAYS.note(note),
        now === 'resolved' && (resolvedAt ? SAYS.resolvedAt(moment(resolvedAt)) : SAYS.resolved),
    );
}

function answers(alert, done) {
    const own = `/v1/alerts/${step(alert.id)}`;
    const path = `${own}/acknowledgement`;
    const refused = element('p', { class: 'bad', role: 'alert' });
    const note = element('input', {
        name: 'note',
        maxlength: 1000,
        'aria-label': SAYS.noteFor(translated(alert.title)),
        placeholder: SAYS.noteNotRequired,
    });
    const answer = async act => {
        try {
            await act();
            note.value = '';
            await done();
        } catch (failure) {
            refused.textContent = SAYS.notSaved(failure.message);
        }
    };
    if (alert.state === 'open')
        return acknowledge({
            note,
            save: text => answer(() => post(path, text ? { note: text } : {})),
            escalate: () => answer(() => post(`${own}/escalation`)),
            refused,
        });
    if (alert.state === 'acknowledged') {
        return element(
            'div',
            { class: 'buttons' },
            element('button', { type: 'button', onclick: () => answer(() => remove(path)) }, SAYS.takeBack),
            refused,
        );
    }
    return undefined;
}

const acknowledge = ({ note, save, escalate, refused }) =>
    element(
        'form',
        {
            class: 'answer',
            onsubmit: event => {
                event.preventDefault();
                save(note.value.trim());
            },
        },
        note,
        element('button', { class: 'primary' }, SAYS.iHaveIt),
        element('button', { type: 'button', onclick: escalate, title: SAYS.escalateTitle }, SAYS.escalate),
        refused,
    );
