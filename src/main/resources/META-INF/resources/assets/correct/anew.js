// A wrong entry that is entered anew: its form begins with the old values, and the new entry takes its place.

import { get, patiently, step } from '../api.js';
import { waiting } from '../check/outbox.js';
import { isSameMinute } from '../check/time-field.js';
import { element, show } from '../element.js';
import { words } from '../phrases.js';
import { moment, now } from '../time.js';
import { sentence } from '../words.js';
import { replaced } from './consequence.js';
import { notTakenOver, refill, takenOverDifferently } from './refill.js';

/** The kinds that can be entered anew, with the forms that enter them. */
const FORMS = {
    'vital-signs': 'vitals',
    'oxygen-therapy': 'oxygen',
    vasopressor: 'vasopressor',
    'fluid-bolus': 'bolus',
    medication: 'drug',
    'neuro-check': 'neuro',
    'lab-result': 'lab',
    seizure: 'seizure',
    'neuro-finding': 'finding',
    attribution: 'attribution',
    'crs-course': 'course',
};
const PHYSICIANS_ONLY = ['attribution', 'crs-course'];

const said = words.correct.anew;

/** Whether the pages have a form to enter something of this kind anew. */
export const canBeEnteredAnew = (kind, physician) => kind in FORMS && (physician || !PHYSICIANS_ONLY.includes(kind));

/** The page that enters an observation anew. */
export const anewPage = (checkPage, { id, sender, kind }) =>
    `${checkPage}?${new URLSearchParams({ anew: id, sender })}#${FORMS[kind]}`;

/** The entry that this page enters anew, or undefined. */
export async function entryToReplace() {
    const asked = new URLSearchParams(location.search);
    const id = asked.get('anew');
    return id ? patiently(() => entry(id, asked.get('sender'))) : undefined;
}

const entry = (id, sender) => get(`/v1/observations/${step(id)}`, { sender });

/** Why nothing is left to replace of an entry, or undefined. What waits here counts: it will be sent. */
export function corrected({ id, sender, retractedAt }, username) {
    if (retractedAt) return said.withdrawn(moment(retractedAt));
    const waits = waiting(username).some(
        ({ body, refused }) =>
            !refused &&
            ((body.corrects === id && sender === username) || (body.observationId === id && body.sender === sender)),
    );
    return waits ? said.waits : undefined;
}

/** The entry that is wrong, and the form that takes its place. */
export class EntryAnew {
    #wrong;
    #lost = element('div', {});
    #consequence = element('p', { id: 'consequence-anew', role: 'status' });

    constructor(wrong) {
        this.#wrong = wrong;
    }

    get form() {
        return FORMS[this.#wrong.kind];
    }

    /** When, with the seconds that a field for a time does not show. */
    get at() {
        return this.#wrong.effectiveAt;
    }

    /** What is wrong, who entered it, and what becomes of it. */
    head(leave) {
        const { enteredBy, deviceId, effectiveAt, kind } = this.#wrong;
        return element(
            'section',
            { class: 'warning', 'aria-label': said.title },
            element('p', {}, element('strong', {}, `${said.insteadOf} `), sentence(this.#wrong)),
            element('p', {}, said.by(moment(effectiveAt), enteredBy ?? deviceId ?? said.unknown)),
            this.#lost,
            element('p', {}, said.how),
            kind === 'attribution' && element('p', {}, said.preview),
            element('button', { type: 'button', onclick: leave }, said.leave),
        );
    }

    get consequence() {
        return this.#consequence;
    }

    /** Fills in the form of an entry, and tells what is not as in the old one. */
    async fill(form, { read, restore }) {
        const { handwritingImage } = this.#wrong;
        refill(form, this.#wrong);
        const saved = { ...read(new FormData(form)), handwritingImage };
        this.#tellLost(saved);
        if (!handwritingImage) return;
        try {
            await restore(handwritingImage);
        } catch {
            this.#tellLost({ ...saved, handwritingImage: undefined });
        }
    }

    #tellLost(saved) {
        const lost = notTakenOver(this.#wrong, saved);
        const changed = takenOverDifferently(this.#wrong, saved);
        show(
            this.#lost,
            lost.length > 0 && element('p', { class: 'bad' }, said.lost(lost.join('; '))),
            changed.length > 0 && element('p', { class: 'bad' }, said.differs(changed.join('; '))),
        );
    }

    /** @param at when, by the form; undefined if no time is told */
    tell(complete, at) {
        this.#consequence.textContent = complete ? replaced(this.#wrong, this.instant(at)) : '';
    }

    /** The instant of the old entry, with its seconds, unless somebody changed the time. */
    instant(at = new Date(now()).toISOString()) {
        return isSameMinute(at, this.at) ? this.at : at;
    }

    /** Why the old entry cannot be replaced any more, or undefined. */
    async outdated(username) {
        const { id, sender } = this.#wrong;
        const why = corrected(this.#wrong, username) ?? corrected(await entry(id, sender), username);
        return why && said.notSent(why);
    }

    /**
     * What is sent, the new entry first. Only a sender's own entry is replaced in one message; that of another one is
     * withdrawn once the new one is applied.
     */
    bodies(observations, username) {
        const { id, sender } = this.#wrong;
        if (sender === username) return [...observations.slice(0, -1), { ...observations.at(-1), corrects: id }];
        return [
            ...observations,
            {
                kind: 'retraction',
                effectiveAt: new Date(now()).toISOString(),
                observationId: id,
                sender,
                reason: said.reason,
            },
        ];
    }
}
