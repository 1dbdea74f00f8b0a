// What can be put right on the page of a patient, beside the entries: the monitors, the infusions, the admission, the
// number. Each part is read when somebody opens it.

import { byId, element } from '../element.js';
import { keep } from '../keep.js';
import { shown } from '../number.js';
import { part } from '../part.js';
import { words } from '../phrases.js';
import { moment } from '../time.js';
import { infusions, readInfusions } from './infusions.js';
import { monitors, readMonitors } from './monitors.js';
import { born, numbers, readNumbers } from './numbers.js';

const said = words.correct.admission;

/**
 * Returns a function that reads again what changes by itself, if it is open.
 *
 * @param correct how an entry is corrected, as in the list of entries
 * @param changed called after a correction
 */
export function offerCorrections(episode, correct, changed) {
    byId('correct-section').hidden = false;
    offer('monitors', readMonitors, (read, done) => monitors(read, episode, done));
    const refreshInfusions = offer('infusions', readInfusions, read => infusions(read, correct));
    offer('numbers', readNumbers, (read, done) => numbers(read, episode, done));
    byId('admission').append(...admission(episode));
    return () => byId('infusions').closest('details').open && refreshInfusions();

    function offer(id, read, build) {
        const place = byId(id);
        let saved = false;
        const refresh = part(
            place,
            () => read(episode),
            (_, told) => {
                if (!saved && [...place.querySelectorAll('form:not([hidden])')].some(inUse)) return;
                saved = false;
                keep(place, told, () => build(told, done));
            },
        );
        const done = () => {
            saved = true;
            return Promise.all([refresh(), changed()]);
        };
        place.closest('details').addEventListener('toggle', ({ target }) => target.open && refresh());
        return refresh;
    }
}

/** Whether somebody has opened a form of an entry, or has begun to fill in another one. */
const inUse = form => form.matches('.answer') || [...form.elements].some(hasInput);

const hasInput = ({ type, value, defaultValue, checked, defaultChecked, validity }) =>
    ['checkbox', 'radio'].includes(type)
        ? checked !== defaultChecked
        : validity.badInput || (Boolean(value) && value !== defaultValue);

const admission = ({ id, status, birthDate, sex, weight, product, infusedAt }) => [
    element(
        'p',
        {},
        [
            said.born(born(birthDate)),
            sex,
            weight === undefined ? said.weightUnknown : `${shown(weight)} kg`,
            product,
            said.infused(moment(infusedAt)),
        ]
            .filter(Boolean)
            .join(', '),
    ),
    status === 'active'
        ? element(
              'div',
              { class: 'buttons' },
              change(id, 'correct', said.correct),
              change(id, 'baseline', said.baseline),
              change(id, 'infusion', said.infusion),
          )
        : element('p', {}, said.ended),
];

const change = (episode, act, label) =>
    element('a', { class: 'button', href: `/admission?${new URLSearchParams({ episode, act })}` }, label);
