// The systems that send HL7 and FHIR: when each was last heard, and what became of what it said.

import { get, patiently } from '../api.js';
import { byId, element, show } from '../element.js';
import { words } from '../phrases.js';
import { moment } from '../time.js';

const said = words.adminSenders;

export async function showSenders() {
    const senders = (await patiently(() => get('/v1/senders'))).items;
    show(byId('senders'), senders.length === 0 ? element('p', {}, said.none) : table(senders));
}

const table = senders =>
    element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': said.table },
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
            element('tbody', {}, senders.map(row)),
        ),
    );

const row = ({ sender, format, heardAt, silent, taken, duplicate, ignored, unread, refused, lateClockAt, demoAt }) =>
    element(
        'tr',
        {},
        element('th', { scope: 'row' }, sender),
        element('td', {}, format === 'hl7' ? 'HL7' : 'FHIR'),
        element(
            'td',
            { class: silent && 'bad' },
            [
                silent ? said.silent(moment(heardAt)) : moment(heardAt),
                lateClockAt && said.lateClock(moment(lateClockAt)),
                demoAt && said.demo(moment(demoAt)),
            ]
                .filter(Boolean)
                .join('; '),
        ),
        [taken, duplicate, ignored].map(count => element('td', {}, `${count}`)),
        element('td', {}, unread === 0 ? '0' : element('a', { href: '#quarantine-section' }, `${unread}`)),
        element('td', {}, `${refused}`),
    );
