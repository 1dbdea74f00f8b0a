// The deliveries to a webhook and their outcomes.

import { list, step } from '../api.js';
import { element, show } from '../element.js';
import { words } from '../phrases.js';
import { moment } from '../time.js';
import { spoken } from '../words.js';

const said = words.adminDeliveries;
const MOST = 50;

/** Reads the deliveries each time it is opened. */
export function deliveries({ id, url }) {
    const place = element('div', {});
    const read = async () => show(place, told(await list(`/v1/webhooks/${step(id)}/deliveries`, {}, MOST), url));
    return element(
        'details',
        { ontoggle: ({ currentTarget }) => currentTarget.open && read() },
        element('summary', {}, said.deliveries),
        place,
    );
}

const told = (items, url) =>
    items.length === 0
        ? element('p', {}, said.none)
        : element(
              'div',
              {
                  class: 'scroll',
                  tabindex: 0,
                  role: 'region',
                  'aria-label': said.to(url),
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
                          said.columns.map(column => element('th', { scope: 'col' }, column)),
                      ),
                  ),
                  element('tbody', {}, items.map(row)),
              ),
          );

const row = ({ sequence, event, priority, createdAt, state, dueAt, settledAt, attempts, status, fault }) =>
    element(
        'tr',
        {},
        element('th', { scope: 'row' }, said.event(spoken(event), sequence)),
        element('td', {}, words.frame.priorities[priority] ?? priority),
        element('td', {}, moment(createdAt)),
        element(
            'td',
            { class: fault && state !== 'delivered' && 'bad' },
            said.states[state] ?? spoken(state),
            settledAt && ` ${moment(settledAt)}`,
            dueAt && said.nextTry(moment(dueAt)),
        ),
        element('td', {}, attempts),
        element('td', {}, [status, fault].filter(Boolean).join(': ')),
    );
