// The custody of the cells and the product: its events, and the form for the next one or a correction.

import { post } from '../api.js';
import { choice, claimOf, pick, text, textOf, tick, yesOrNo } from '../check/fields.js';
import { timeField, timeOf } from '../check/time-field.js';
import { element, show } from '../element.js';
import { keep } from '../keep.js';
import { words } from '../phrases.js';
import { dateAndClock, localInput } from '../time.js';
import { spoken } from '../words.js';
import { savingForm } from './saving.js';

const said = words.journeyCustody;
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
        ? element('p', { class: 'quiet' }, said.none)
        : element(
              'div',
              { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': said.events },
              element(
                  'table',
                  {},
                  element(
                      'thead',
                      {},
                      element(
                          'tr',
                          {},
                          Object.values(said.columns).map(column => element('th', { scope: 'col' }, column)),
                          element('th', { scope: 'col', class: 'no-print' }, said.correct),
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
        element('th', { scope: 'row' }, spoken(event.what), event.corrects && said.corrected),
        element('td', {}, event.place),
        element('td', {}, event.to ?? '–'),
        element('td', {}, condition(event)),
        element('td', {}, event.bagIds.length === 0 ? said.allBags : event.bagIds.join(', ')),
        element('td', {}, event.evidence ?? '–'),
        element('td', {}, event.by),
        element('td', { class: 'no-print' }, event.what !== 'infused' && correction(event, correct)),
    );

const correction = (event, correct) =>
    element(
        'button',
        {
            type: 'button',
            'aria-label': said.correctEvent(spoken(event.what), dateAndClock(event.at)),
            onclick: () => correct(event),
        },
        said.correct,
    );

const condition = ({ condition: word, temperatureInRange }) => [
    word === undefined ? '' : `${spoken(word)}. `,
    temperatureInRange === true && said.inRange,
    temperatureInRange === false && element('strong', { class: 'bad' }, said.outOfRange),
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
            pick('what', said.columns.what, EVENTS),
            timeField('at', words.journey.at, { required: false }),
            text('place', said.columns.place, { maxlength: 200, list: PLACES }),
            text('to', said.columns.to, { required: false, maxlength: 200, list: PLACES }),
            text('evidence', said.evidence, { required: false, maxlength: 2000 }),
        ),
        places,
        choice('condition', said.columns.condition, ['fresh', 'cryo'], { required: false }),
        yesOrNo('temperatureInRange', said.inRange, { required: false }),
        bags,
    );
    const form = savingForm({
        label: said.form,
        button: said.record,
        fields,
        save: async data => {
            await post(`${path}/custody`, event(data));
        },
        after,
    });
    const node = element('details', {}, element('summary', {}, said.enter), form);
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
        element('legend', {}, said.bags),
        element(
            'div',
            { class: 'choice' },
            bagIds.map(bag => tick('bagIds', bag, bag)),
        ),
    );

const correcting = ({ id, what, at, place }, form) => [
    element('p', { class: 'warning' }, said.corrects(spoken(what), dateAndClock(at), place)),
    element('input', { type: 'hidden', name: 'corrects', value: id }),
    text('reason', said.why, { maxlength: 2000 }),
    element('button', { type: 'button', onclick: () => form.reset() }, said.anew),
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
