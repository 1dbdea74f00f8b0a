// What a user has begun to enter, and why to call. It stays in this tab when the session ends, for the same user only.

import { date, localInput, now } from '../time.js';
import { united } from './reasons.js';

const STORED = 'vigil.home.draft.';
const KEPT = 2 * 3_600_000;
const FORMS = ['answers', 'readings'];

/**
 * @property begun when each form was begun; `changed`: when anything was filled in last
 * @property filledIn the reasons to call among what is filled in and not saved
 * @property reasons why to call, of what was saved
 * @property saved the entries that were judged before the limits of the centre were read
 * @property done the ids of the waiting entries about which the person has called
 */
const nothing = () => ({ answers: {}, readings: {}, begun: {}, filledIn: [], reasons: [], saved: [], done: [] });

/**
 * What this tab has of a user. What was begun on another day or long ago is not now, so it is dropped.
 *
 * @returns the draft; its `restored` says when each form was begun that comes back
 */
export function draftOf(username) {
    const draft = { ...nothing(), ...JSON.parse(sessionStorage.getItem(STORED + username)) };
    const old = FORMS.filter(name => draft.begun[name] && !isOfNow(draft.begun[name]));
    if (old.length > 0) draft.reasons = standing(draft);
    old.forEach(name => beginForm(draft, name));
    const { readings } = draft.begun;
    if (readings) draft.readings.at ||= localInput(new Date(readings));
    return { ...draft, restored: { ...draft.begun } };
}

/** What is left if nothing that is filled in is kept: whoever had a reason to call still has it. */
export const withoutForms = draft => ({
    ...nothing(),
    reasons: standing(draft),
    saved: draft.saved,
    done: draft.done,
});

const standing = ({ called, reasons, filledIn }) => (called ? reasons : united(reasons, filledIn));

/** Keeps what is filled in in a form. */
export function fillIn(draft, name, values) {
    const empty = Object.values(values).every(value => value === undefined || value === null || value === '');
    draft[name] = values;
    draft.changed = now();
    if (empty) delete draft.begun[name];
    else draft.begun[name] ??= draft.changed;
}

/** A form that was saved begins anew. */
export function beginForm(draft, name) {
    draft[name] = {};
    delete draft.begun[name];
    delete draft.restored?.[name];
}

/** Whether something is filled in that nobody has touched for long. */
export const isLeft = ({ begun, changed }) => Object.keys(begun).length > 0 && now() - changed >= KEPT;

const isOfNow = at => date(at) === date(now()) && now() - at < KEPT;

export function keepDraft(username, draft) {
    try {
        sessionStorage.setItem(STORED + username, JSON.stringify({ ...draft, restored: undefined }));
    } catch {
        // No room, for instance for the photo: the fields on the page stay as they are.
    }
}
