// A form of a correction: it tells its consequence before it can be saved.

import { tryForm } from '../attempt.js';
import { byId, element } from '../element.js';

/** Somebody who types changes a field several times. */
const TYPING = 300;

/**
 * Adds to a form the place for its consequence and its button. The consequence is told as soon as the form is complete,
 * and again when something changes. Only then it can be saved.
 *
 * @param acts `consequence` returns it in words, `act` saves and returns what was done, `done` is called afterwards
 */
export function telling(form, label, acts) {
    const words = element('p', { class: 'consequence', role: 'status' });
    const button = element('button', { class: 'danger', disabled: true }, label);
    form.append(words, button);
    let typing;
    let asked;
    const tell = async question => {
        const told = await acts
            .consequence(new FormData(form))
            .catch(failure => `What this would change cannot be told: ${failure.sentence ?? failure.message}.`);
        if (asked !== question) return;
        words.textContent = told;
        button.disabled = false;
    };
    const follow = () => {
        const question = form.checkValidity() ? [...new FormData(form)].join() : '';
        if (question === asked) return;
        asked = question;
        clearTimeout(typing);
        words.textContent = '';
        button.disabled = true;
        if (question !== '') typing = setTimeout(() => tell(question), TYPING);
    };
    form.addEventListener('input', follow);
    form.addEventListener('change', follow);
    return tryForm(
        form,
        async data => {
            const said = await acts.act(data);
            await acts.done();
            return said;
        },
        byId('corrected'),
    );
}
