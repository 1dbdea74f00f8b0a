// The custody of the cells and the product: its events, and the form for the next one or a correction.

import { post } from '../api.js';
import { choice, claimOf, pick, text, textOf, tick, yesOrNo } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element, show } from '../element.js';
import { keep } from '../keep.js';
import { dateAndClock, localInput } from '../time.js';
import { spoken } from '../words.js';
import { savingForm } from './saving.js';

const EVENTS = [
    'collected',
    'released-to-courier',
    'received-by-manufacturer',
    'shipped',
    'received-by-hospital',
    'stored',
    'thawed',
    'discarded',
];
const SENDING = ['released-to-courier', 'shipped'];
const PLACES = 'custody-places';

export const custodyTable = (events, correct) =>
    events.length === 0
        ? element('p', { class: 'quiet' }, 'Nothing is recorded yet.')
        : element(
              'div',
              { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Events of the custody' },
              element(
                  'table',
                  {},
                  element(
                      'thead',
                      {},
                      element(
                          'tr',
                          {},
                          ['When', 'What', 'Where', 'Sent to', 'Condition', 'Bags', 'Evidence', 'By'].map(words =>
                              element('th', { scope: 'col' }, words),
                          ),
                          element('th', { scope: 'col', class: 'no-print' }, 'Correct'),
                      ),
                  ),
                  element(
                      'tbody',
                      {},
                      events.map(event => line(event, correct)),
                  ),
              ),
          );

const line = (event, correct) =>
    element(
        'tr',
        { 'data-event': event.id },
        element('td', {}, dateAndClock(event.at)),
        element('th', { scope: 'row' }, spoken(event.what), event.corrects && ' (corrected)'),
        element('td', {}, event.place),
        element('td', {}, event.to ?? '–'),
        element('td', {}, condition(event)),
        element('td', {}, event.bagIds.length === 0 ? 'all' : event.bagIds.join(', ')),
        element('td', {}, event.evidence ?? '–'),
        element('td', {}, event.by),
        element('td', { class: 'no-print' }, event.what !== 'infused' && correction(event, correct)),
    );

const correction = (event, correct) =>
    element(
        'button',
        {
            type: 'button',
            'aria-label': `Correct: ${spoken(event.what)}, ${dateAndClock(event.at)}`,
            onclick: () => correct(event),
        },
        'Correct',
    );

const condition = ({ condition: word, temperatureInRange }) => [
    word === undefined ? '' : `${spoken(word)}. `,
    temperatureInRange === true && 'Temperature in range',
    temperatureInRange === false && element('strong', { class: 'bad' }, 'Temperature out of range'),
    word === undefined && temperatureInRange === undefined && '–',
];

/**
 * The form. `follow` tells it the places and the bags of the journey, and where the next event is expected;
 * `correct` fills in an event that was recorded wrongly.
 */
export function custodyForm(path, after) {
    const places = element('datalist', { id: PLACES });
    const bags = element('div', {});
    const corrected = element('div', {});
    const fields = element(
        'div',
        {},
        corrected,
        element(
            'div',
            { class: 'grid' },
            pick('what', 'What', EVENTS),
            timeField('at', 'When (now if left out)', { required: false }),
            text('place', 'Where', { maxlength: 200, list: PLACES }),
            text('to', 'Sent to', { required: false, maxlength: 200, list: PLACES }),
            text('evidence', 'Evidence, for instance the number of the form', { required: false, maxlength: 2000 }),
        ),
        places,
        choice('condition', 'Condition', ['fresh', 'cryo'], { required: false }),
        yesOrNo('temperatureInRange', 'Temperature in range', { required: false }),
        bags,
    );
    const form = savingForm({
        label: 'Event of the custody',
        button: 'Record the event',
        fields,
        save: async data => {
            await post(`${path}/custody`, event(data));
        },
        after,
    });
    const node = element('details', {}, element('summary', {}, 'Enter an event'), form);
    const what = form.elements.what;
    const needTo = () => {
        form.elements.to.required = SENDING.includes(what.value);
    };
    what.addEventListener('change', needTo);
    form.addEventListener('reset', () => {
        show(corrected);
        form.elements.to.required = false;
    });

    const correct = wrong => {
        form.reset();
        show(corrected, correcting(wrong, form));
        fill(form, wrong);
        needTo();
        node.open = true;
        form.elements.reason.focus();
    };
    const follow = ({ custody, facts }) => {
        const bagIds = facts.identity?.bagIds ?? [];
        keep(bags, bagIds, () => bagIds.length > 0 && bagChoice(bagIds));
        const known = [...new Set(custody.flatMap(({ place, to }) => [place, to]).filter(Boolean))];
        keep(places, known, () => known.map(value => element('option', { value })));
        const last = custody.at(-1);
        form.elements.place.defaultValue = last?.to ?? last?.place ?? '';
    };
    return { node, correct, follow };
}

const bagChoice = bagIds =>
    element(
        'fieldset',
        { class: 'one' },
        element('legend', {}, 'Bags (all if none is ticked)'),
        element(
            'div',
            { class: 'choice' },
            bagIds.map(bag => tick('bagIds', bag, bag)),
        ),
    );

const correcting = ({ id, what, at, place }, form) => [
    element('p', { class: 'warning' }, `This corrects: ${spoken(what)}, ${dateAndClock(at)}, ${place}.`),
    element('input', { type: 'hidden', name: 'corrects', value: id }),
    text('reason', 'Why it is corrected', { maxlength: 2000 }),
    element('button', { type: 'button', onclick: () => form.reset() }, 'Enter a new event instead'),
];

function fill(form, { what, at, place, to, evidence, condition: word, temperatureInRange, bagIds }) {
    const values = { what, at: localInput(new Date(at)), place, to: to ?? '', evidence: evidence ?? '' };
    Object.entries(values).forEach(([name, value]) => {
        form.elements[name].value = value;
    });
    const ticked = { condition: [word], temperatureInRange: [String(temperatureInRange)], bagIds };
    form.querySelectorAll('[type=radio], [type=checkbox]').forEach(input => {
        if (ticked[input.name]) input.checked = ticked[input.name].includes(input.value);
    });
}

const event = data => ({
    what: data.get('what'),
    at: timeOf(data, 'at'),
    place: textOf(data, 'place'),
    to: textOf(data, 'to'),
    condition: textOf(data, 'condition'),
    temperatureInRange: claimOf(data, 'temperatureInRange'),
    bagIds: data.getAll('bagIds'),
    evidence: textOf(data, 'evidence'),
    corrects: textOf(data, 'corrects'),
    reason: textOf(data, 'reason'),
});
