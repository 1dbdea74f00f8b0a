// The sentence that the patient writes, and the five questions to the caregiver.

import { choice, claimOf } from '../check/fields.js';
import { WritingPad } from '../check/writing-pad.js';
import { element } from '../element.js';
import { keep } from '../keep.js';
import { photoField } from './photo.js';
import { problemsOf } from './problems.js';
import { restoredLine, whenSaid } from './phrases.js';

/**
 * @param kept what was answered before
 * @param restored when it was, if that was before the page was loaded
 * @param changed called with what to keep of the answers
 * @param save called with the answers to all questions and the sentence, if there is one
 * @returns the form; `answers`, those given now; `compare`, which shows an earlier sentence above the sheet
 */
export function answersForm({ words, kept, restored, changed, save }) {
    const signs = Object.keys(words.signs);
    const pad = new WritingPad(words.pad);
    /** A photo may be ready when this form has already been replaced by another one. */
    const tell = () => form.isConnected && changed({ ...answers(), pad: pad.image, photo: photo.image() });
    const saveButton = element('button', { class: 'primary save' }, words.saveAnswers);
    const photo = photoField(words, kept.photo, { changed: tell, reads: busy => (saveButton.disabled = busy) });
    const lastSentence = element('div', {});
    const form = element(
        'form',
        { id: 'answers', novalidate: true, onchange: tell, onpointerup: tell, onclick: tell, onsubmit: submit },
        restoredLine(words, restored),
        element(
            'fieldset',
            {},
            element('legend', {}, words.sentence),
            element('p', { class: 'quiet' }, words.sentenceHow),
            lastSentence,
            pad.node,
            photo.node,
        ),
        element('h2', {}, words.questions),
        element('p', {}, words.questionsHow),
        signs.map(question),
        saveButton,
    );
    const problems = problemsOf(form);

    function question(sign) {
        const { ask, example } = words.signs[sign];
        const options = [
            ['true', words.yes],
            ['false', words.no],
        ];
        return choice(sign, ask, options, { required: false, hint: example });
    }

    function answers() {
        const data = new FormData(form);
        return Object.fromEntries(signs.map(sign => [sign, claimOf(data, sign)]));
    }

    function submit(event) {
        event.preventDefault();
        const given = answers();
        const missing = signs.filter(sign => given[sign] === undefined);
        problems.say(missing.map(sign => [form.elements[sign][0], words.answerMissing]));
        if (missing.length === 0) save({ ...given, handwritingImage: photo.image() ?? pad.image });
    }

    signs
        .filter(sign => kept[sign] !== undefined)
        .forEach(sign => {
            form.elements[sign].value = `${kept[sign]}`;
        });
    if (kept.pad) pad.restore(kept.pad).catch(() => {});
    return { node: form, answers, compare: sentence => keep(lastSentence, sentence, () => shown(words, sentence)) };
}

const shown = (words, sentence) =>
    sentence && [
        element('p', { class: 'quiet' }, words.lastSentence(whenSaid(words, sentence.at))),
        element('img', { src: sentence.image, alt: words.lastSentenceShown, class: 'sentence' }),
    ];
