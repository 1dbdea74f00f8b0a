// The systems that send HL7 and FHIR: when each was last heard, and what became of what it said.

import { get, patiently } from '../api.js';
import { byId, element, show } from '../element.js';
import { moment } from '../time.js';

const COLUMNS = ['Sender', 'Format', 'Last heard', 'Taken', 'Repeated', 'Ignored', 'For a person', 'Refused'];

export async function showSenders() {
    const senders = (await patiently(() => get('/v1/senders'))).items;
    show(byId('senders'), senders.length === 0 ? element('p', {}, 'No system has sent HL7 or FHIR.') : table(senders));
}

const table = senders =>
    element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Formats, times, counts' },
        element(
            'table',
            {},
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    COLUMNS.map(words => element('th', { scope: 'col' }, words)),
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
                silent ? `Silent since ${moment(heardAt)}` : moment(heardAt),
                lateClockAt && `a clock was late at ${moment(lateClockAt)}`,
                demoAt && `demonstration data at ${moment(demoAt)}`,
            ]
                .filter(Boolean)
                .join('; '),
        ),
        [taken, duplicate, ignored].map(count => element('td', {}, `${count}`)),
        element('td', {}, unread === 0 ? '0' : element('a', { href: '#quarantine-section' }, `${unread}`)),
        element('td', {}, `${refused}`),
    );
