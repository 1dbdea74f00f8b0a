// One alert as a card, with its actions.

import { alertText } from './alert-text.js';
import { post, remove, step } from './api.js';
import { element } from './element.js';
import { gradeSentence } from './grade.js';
import { patientPath } from './person.js';
import { age, moment } from './time.js';
import { spoken } from './words.js';

const PRIORITIES = { high: ['‼', 'High priority'], medium: ['!', 'Medium priority'], low: ['i', 'Low priority'] };

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
    const [mark, words] = PRIORITIES[alert.priority];
    return element(
        'li',
        { class: `alert ${alert.priority} ${alert.state}`, 'data-alert': alert.id },
        element(
            'span',
            { class: 'mark', title: words },
            element('span', { 'aria-hidden': 'true' }, mark),
            element('span', { class: 'unseen' }, words),
        ),
        element(
            'div',
            {},
            about(alert, here),
            element('p', {}, alertText(alert.detail)),
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
        `${title} `,
        patientId &&
            !here &&
            element('a', { href: patientPath(patientId) }, `Bed ${bed ?? '?'} (${ward ?? '?'}), ${patientId}`),
        !title.toLowerCase().startsWith(spoken(type).toLowerCase()) &&
            element('span', { class: 'type' }, ` ${spoken(type)}`),
    );
}

const alsoRaised = ({ also = [] }) =>
    also.length > 0 &&
    element('p', {}, `With it: ${also.join('; ')}. Acknowledging this alert acknowledges all of them.`);

const pinned = ({ grade }) =>
    grade?.crs &&
    grade?.icans &&
    element(
        'p',
        { class: 'quiet' },
        `Graded then: ${gradeSentence('CRS', grade.crs.grade)}; ${gradeSentence('ICANS', grade.icans.grade)}`,
    );

function state({ state: now, raisedAt, acknowledgedBy, acknowledgedAt, escalation, note, resolvedAt }) {
    return element(
        'p',
        {},
        `Raised ${moment(raisedAt)}, `,
        age(raisedAt),
        escalation?.level > 0 && element('strong', {}, `. Escalated to level ${escalation.level}`),
        now === 'open' && escalation?.nextAt && `. Next escalation ${moment(escalation.nextAt)}`,
        now === 'open' && element('strong', {}, '. Nobody has answered yet.'),
        acknowledgedBy && `. ${acknowledgedBy} has it since ${moment(acknowledgedAt)}`,
        note && `: “${note}”`,
        now === 'resolved' && `. Resolved${resolvedAt ? ` ${moment(resolvedAt)}` : ''}.`,
    );
}

function answers(alert, done) {
    const own = `/v1/alerts/${step(alert.id)}`;
    const path = `${own}/acknowledgement`;
    const refused = element('p', { class: 'bad', role: 'alert' });
    const note = element('input', {
        name: 'note',
        maxlength: 1000,
        'aria-label': `Note for ${alert.title}`,
        placeholder: 'Note (not required)',
    });
    const answer = async act => {
        try {
            await act();
            note.value = '';
            await done();
        } catch (failure) {
            refused.textContent = `Not saved: ${failure.message}.`;
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
            element('button', { type: 'button', onclick: () => answer(() => remove(path)) }, 'Take back'),
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
        element('button', { class: 'primary' }, 'I have it'),
        element('button', { type: 'button', onclick: escalate, title: 'Tell more people now' }, 'Escalate'),
        refused,
    );
