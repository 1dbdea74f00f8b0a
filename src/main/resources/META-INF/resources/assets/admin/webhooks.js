// The webhooks to which alerts are delivered.

import { list, patiently, post, remove, step } from '../api.js';
import { attempt, tryForm } from '../attempt.js';
import { text, textOf, tick } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { words } from '../phrases.js';
import { spoken } from '../words.js';
import { deliveries } from './deliveries.js';

const said = words.adminWebhooks;
const PRIORITIES = ['high', 'medium', 'low'];

export async function showWebhooks() {
    const webhooks = await patiently(() => list('/v1/webhooks'));
    show(
        byId('webhooks'),
        webhooks.length === 0 ? element('p', {}, said.none) : element('ul', { class: 'plain' }, webhooks.map(item)),
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
            said.address(
                ward,
                priorities?.map(word => words.frame.priorities[word]),
            ),
        ),
        element(
            'button',
            {
                type: 'button',
                class: 'danger',
                'aria-label': said.removeWhich(url),
                onclick: () =>
                    attempt(async () => {
                        await remove(`/v1/webhooks/${step(id)}`);
                        await showWebhooks();
                        return said.removed(url);
                    }),
            },
            said.remove,
        ),
    );

function newWebhook() {
    const form = element(
        'form',
        { 'aria-label': said.newWebhook },
        element('h3', {}, said.newWebhook),
        element(
            'div',
            { class: 'grid' },
            text('url', said.url, { maxlength: 2000, type: 'url' }),
            text('ward', said.ward, { required: false, maxlength: 64 }),
        ),
        element(
            'fieldset',
            {},
            element('legend', {}, said.priorities),
            element(
                'div',
                { class: 'choice' },
                PRIORITIES.map(word => tick('priorities', spoken(word), word)),
            ),
        ),
        element('button', { class: 'primary' }, said.add),
    );
    return tryForm(form, async data => {
        const priorities = data.getAll('priorities');
        const { url, secret } = await post('/v1/webhooks', {
            url: textOf(data, 'url'),
            ward: textOf(data, 'ward'),
            priorities: priorities.length > 0 ? priorities : undefined,
        });
        await showWebhooks();
        return element('span', {}, said.secret(url, element('code', {}, secret)));
    });
}
