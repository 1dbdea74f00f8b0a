// A form of a correction: it tells its consequence before it can be saved.

import { tryForm } from '../attempt.js';
import { byId, element } from '../element.js';
import { words } from '../phrases.js';
import { now } from '../time.js';

/** Somebody who types changes a field several times. */
const TYPING = 300;
/** So long, new readings leave the consequence as it was told: a monitor never stops sending. */
const SAME_READINGS = 60_000;

const said = words.correct.telling;

/**
 * Adds to a form the place for its consequence and its button. The consequence is told as soon as the form is complete,
 * and again when something changes. Only then it can be saved. It is asked again on saving: if it differs, the new
 * words are shown, and nothing is saved.
 *
 * @param acts `consequence` returns it in words, for the form's data and the readings until an instant; `act` saves and
 *     returns what was done; `done` is called afterwards
 */
export function telling(form, label, acts) {
    const consequence = element('p', { class: 'consequence', role: 'status' });
    const retry = async () => (await tell(now())) && button.focus();
    const again = element('button', { type: 'button', hidden: true, onclick: retry }, said.again);
    const button = element('button', { class: 'danger', disabled: true }, label);
    form.append(consequence, again, button);
    let typing;
    let asked;
    let toldUntil;
    /** Returns whether the consequence is known, and still that of the form. */
    const tell = async until => {
        const question = asked;
        const told = await acts.consequence(new FormData(form), new Date(until).toISOString()).then(
            text => ({ known: true, text }),
            failure => ({ known: false, text: said.untold(failure.sentence ?? failure.message) }),
        );
        if (asked !== question) return false;
        toldUntil = until;
        consequence.textContent = told.text;
        again.hidden = told.known;
        button.disabled = !told.known;
        return told.known;
    };
    const follow = () => {
        const question = form.checkValidity() ? [...new FormData(form)].join() : '';
        if (question === asked) return;
        asked = question;
        clearTimeout(typing);
        consequence.textContent = '';
        again.hidden = true;
        button.disabled = true;
        if (question !== '') typing = setTimeout(() => tell(now()), TYPING);
    };
    form.addEventListener('input', follow);
    form.addEventListener('change', follow);
    return tryForm(
        form,
        async data => {
            const before = consequence.textContent;
            const known = await tell(now() - toldUntil < SAME_READINGS ? toldUntil : now());
            if (!known || consequence.textContent !== before) throw new Error(said.notAsTold);
            const done = await acts.act(data);
            await acts.done();
            return done;
        },
        byId('corrected'),
    );
}
