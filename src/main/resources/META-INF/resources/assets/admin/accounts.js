// The service's own accounts. With an identity provider of the hospital there are none.

import { get, patiently, post, Refused, remove, step } from '../api.js';
import { attempt, tryForm } from '../attempt.js';
import { pick, text, textOf } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { date } from '../time.js';

const ROLES = [
    'nurse',
    'physician',
    'dashboard',
    'admin',
    'device',
    'integration',
    'registry',
    'coordinator',
    'patient',
    'caregiver',
];

export async function showAccounts() {
    const accounts = await patiently(known);
    byId('accounts-section').hidden = accounts === undefined;
    if (accounts !== undefined) show(byId('accounts'), table(accounts), newAccount());
}

/** Undefined if an identity provider manages the accounts. */
async function known() {
    try {
        return (await get('/v1/accounts')).items;
    } catch (failure) {
        if (failure instanceof Refused) return undefined;
        throw failure;
    }
}

const table = accounts =>
    element(
        'div',
        { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Names, roles, wards' },
        element(
            'table',
            {},
            element(
                'thead',
                {},
                element(
                    'tr',
                    {},
                    ['Name', 'Role', 'Wards, device or patient', 'Since', 'Act'].map(words =>
                        element('th', { scope: 'col' }, words),
                    ),
                ),
            ),
            element('tbody', {}, accounts.map(row)),
        ),
    );

const row = ({ username, role, wards, deviceId, patientId, createdAt, revokedAt }) =>
    element(
        'tr',
        {},
        element('th', { scope: 'row' }, username),
        element('td', {}, role),
        element('td', {}, patientId ?? deviceId ?? wards?.join(', ') ?? 'all'),
        element('td', {}, date(createdAt)),
        element('td', {}, revokedAt ? `Revoked ${date(revokedAt)}` : acts(username)),
    );

const acts = username =>
    element(
        'div',
        { class: 'buttons' },
        element(
            'button',
            {
                type: 'button',
                'aria-label': `New password for ${username}`,
                onclick: () => attempt(async () => issued(await post(`/v1/accounts/${step(username)}/rotation`, {}))),
            },
            'New password',
        ),
        element(
            'button',
            {
                type: 'button',
                class: 'danger',
                'aria-label': `Revoke ${username}`,
                onclick: event => revoke(event.currentTarget, username),
            },
            'Revoke',
        ),
    );

/** The first press asks for confirmation, the second one revokes. */
function revoke(button, username) {
    if (button.dataset.sure === undefined) {
        button.dataset.sure = '';
        button.textContent = 'Press again to revoke';
        return;
    }
    attempt(async () => {
        await remove(`/v1/accounts/${step(username)}`);
        await showAccounts();
        return `${username} is revoked.`;
    });
}

function newAccount() {
    const form = element(
        'form',
        { 'aria-label': 'New account' },
        element('h3', {}, 'New account'),
        element(
            'div',
            { class: 'grid' },
            text('username', 'Username', {
                maxlength: 64,
                pattern: '[a-z0-9.\\-]{1,64}',
                title: 'Small letters, digits, dot and dash',
            }),
            pick('role', 'Role', ROLES),
            text('wards', 'Wards, with commas (all if left out)', { required: false }),
            text('deviceId', 'Device (role device only)', { required: false, maxlength: 128 }),
            text('patientId', 'Patient (roles patient and caregiver)', { required: false, maxlength: 64 }),
        ),
        element('button', { class: 'primary' }, 'Add'),
    );
    return tryForm(form, async data => {
        const wards = textOf(data, 'wards')
            ?.split(',')
            .map(ward => ward.trim())
            .filter(Boolean);
        const made = await post('/v1/accounts', {
            username: textOf(data, 'username'),
            role: data.get('role'),
            wards,
            deviceId: textOf(data, 'deviceId'),
            patientId: textOf(data, 'patientId'),
        });
        await showAccounts();
        return issued(made);
    });
}

const issued = ({ username, password, token }) =>
    element(
        'div',
        {},
        element('p', {}, `For ${username}. This is shown only now:`),
        element('p', {}, 'Password ', element('code', {}, password)),
        token && element('details', {}, element('summary', {}, 'Token for programs'), element('code', {}, token)),
    );
