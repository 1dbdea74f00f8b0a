// The numbers that are measured at home. Each may be left out.

import { numberOf } from '../check/fields.js';
import { numberField } from '../check/number-field.js';
import { timeField, timeOf } from '../check/time-field.js';
import { plausible } from '../check/treatments.js';
import { element } from '../element.js';
import { now } from '../time.js';
import { problemsOf } from './problems.js';
import { numbersSaid, restoredLine, whenSaid } from './phrases.js';

const TIME = 'at';

/**
 * @param kept the texts that were typed before
 * @param restored when they were, if that was before the page was loaded
 * @param changed called with the texts to keep
 * @param save called with the numbers, and with the time if one was given
 * @returns the form; `measured`, every number in it, also one that is in doubt
 */
export function readingsForm({ words, kept, restored, changed, save }) {
    const names = Object.keys(words.fields);
    const echo = element('p', { class: 'echo', role: 'status' });
    const form = element(
        'form',
        { id: 'readings', novalidate: true, oninput: say, onchange: tell, onsubmit: submit },
        element('h2', {}, words.readings),
        restoredLine(words, restored),
        element('p', {}, words.readingsHow),
        names.map(name =>
            numberField(name, words.fields[name], {
                min: 0,
                plausible: plausible(name),
                value: kept[name] ?? '',
                says: words.number,
            }),
        ),
        timeField(TIME, words.at, { required: false, value: kept[TIME] ?? '', says: words.time }),
        echo,
        element('button', { class: 'primary save' }, words.saveReadings),
    );
    const problems = problemsOf(form);

    function measured() {
        const data = new FormData(form);
        const all = names.map(name => [name, numberOf(data, name)]).filter(([, number]) => number !== undefined);
        return Object.fromEntries(all);
    }

    /** A number that nobody has said is meant is left out. */
    function readings() {
        const all = Object.entries(measured());
        return Object.fromEntries(all.filter(([name]) => sound(form.elements[name].closest('div'))));
    }

    /** Repeats in words what would be saved. */
    function say() {
        const at = timeOf(new FormData(form), TIME);
        const what = form.checkValidity() && numbersSaid(words, readings());
        echo.textContent = what ? words.echo(at ? `${what} ${whenSaid(words, at)}` : `${what}, ${words.now}`) : '';
    }

    function tell() {
        say();
        const data = new FormData(form);
        changed(Object.fromEntries([...names, TIME].map(name => [name, data.get(name)])));
    }

    function submit(event) {
        event.preventDefault();
        const numbers = readings();
        const at = timeOf(new FormData(form), TIME);
        const wrong = [...form.elements].filter(input => !input.validity.valid).map(input => [input, why(input)]);
        if (Date.parse(at) > now()) wrong.push([form.elements[TIME], words.timeAhead]);
        const nothing = wrong.length === 0 && Object.keys(numbers).length === 0;
        problems.say(nothing ? [[form.elements[names[0]], words.readingMissing]] : wrong);
        if (wrong.length === 0 && !nothing) save(numbers, at);
    }

    function why(input) {
        if (input.type === 'checkbox') return words.numberMeant;
        return input.validity.customError ? input.validationMessage : words.timeWrong;
    }

    say();
    return { node: form, measured };
}

const sound = field => [...field.querySelectorAll('input')].every(input => input.validity.valid);
