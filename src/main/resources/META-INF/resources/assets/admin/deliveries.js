// The deliveries to a webhook and their outcomes.

import { list, step } from '../api.js';
import { element, show } from '../element.js';
import { moment } from '../time.js';
import { spoken } from '../words.js';

const MOST = 50;

/** Reads the deliveries each time it is opened. */
export function deliveries({ id, url }) {
    const place = element('div', {});
    const read = async () => show(place, told(await list(`/v1/webhooks/${step(id)}/deliveries`, {}, MOST), url));
    return element(
        'details',
        { ontoggle: ({ currentTarget }) => currentTarget.open && read() },
        element('summary', {}, 'Deliveries'),
        place,
    );
}

const told = (items, url) =>
    items.length === 0
        ? element('p', {}, 'No deliveries yet.')
        : element(
              'div',
              {
                  class: 'scroll',
                  tabindex: 0,
                  role: 'region',
                  'aria-label': `Deliveries to ${url}, newest first`,
              },
              element(
                  'table',
                  {},
                  element(
                      'thead',
                      {},
                      element(
                          'tr',
                          {},
                          ['Alert', 'Priority', 'Since', 'State', 'Tried', 'Answer'].map(words =>
                              element('th', { scope: 'col' }, words),
                          ),
                      ),
                  ),
                  element('tbody', {}, items.map(row)),
              ),
          );

const row = ({ sequence, event, priority, createdAt, state, dueAt, settledAt, attempts, status, fault }) =>
    element(
        'tr',
        {},
        element('th', { scope: 'row' }, `${spoken(event)} (${sequence})`),
        element('td', {}, priority),
        element('td', {}, moment(createdAt)),
        element(
            'td',
            { class: fault && state !== 'delivered' && 'bad' },
            spoken(state),
            settledAt && ` ${moment(settledAt)}`,
            dueAt && `, next try ${moment(dueAt)}`,
        ),
        element('td', {}, attempts),
        element('td', {}, [status, fault].filter(Boolean).join(': ')),
    );
