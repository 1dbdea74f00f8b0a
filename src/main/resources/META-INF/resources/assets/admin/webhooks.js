// The webhooks to which alerts are delivered.

import { list, patiently, post, remove, step } from '../api.js';
import { attempt, tryForm } from '../attempt.js';
import { text, textOf, tick } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { spoken } from '../words.js';
import { deliveries } from './deliveries.js';

const PRIORITIES = ['high', 'medium', 'low'];

export async function showWebhooks() {
    const webhooks = await patiently(() => list('/v1/webhooks'));
    show(
        byId('webhooks'),
        webhooks.length === 0
            ? element('p', {}, 'No webhook receives alerts.')
            : element('ul', { class: 'plain' }, webhooks.map(item)),
        newWebhook(),
    );
}

const item = webhook => element('li', {}, address(webhook), deliveries(webhook));

const address = ({ id, url, ward, priorities }) =>
    element(
        'div',
        { class: 'buttons' },
        element(
            'span',
            {},
            element('strong', {}, url),
            ` ${ward ? `ward ${ward}` : 'every ward'}, ${priorities ? priorities.join(', ') : 'every'} priority`,
        ),
        element(
            'button',
            {
                type: 'button',
                class: 'danger',
                'aria-label': `Remove the webhook ${url}`,
                onclick: () =>
                    attempt(async () => {
                        await remove(`/v1/webhooks/${step(id)}`);
                        await showWebhooks();
                        return `The webhook ${url} was removed.`;
                    }),
            },
            'Remove',
        ),
    );

function newWebhook() {
    const form = element(
        'form',
        { 'aria-label': 'New webhook' },
        element('h3', {}, 'New webhook'),
        element(
            'div',
            { class: 'grid' },
            text('url', 'Address (https)', { maxlength: 2000, type: 'url' }),
            text('ward', 'Ward (every ward if left out)', { required: false, maxlength: 64 }),
        ),
        element(
            'fieldset',
            {},
            element('legend', {}, 'Priorities (all if none is chosen)'),
            element(
                'div',
                { class: 'choice' },
                PRIORITIES.map(word => tick('priorities', spoken(word), word)),
            ),
        ),
        element('button', { class: 'primary' }, 'Add'),
    );
    return tryForm(form, async data => {
        const priorities = data.getAll('priorities');
        const { url, secret } = await post('/v1/webhooks', {
            url: textOf(data, 'url'),
            ward: textOf(data, 'ward'),
            priorities: priorities.length > 0 ? priorities : undefined,
        });
        await showWebhooks();
        return element(
            'span',
            {},
            `Alerts are delivered to ${url}. They are signed with this secret, shown only now: `,
            element('code', {}, secret),
        );
    });
}
