// The service's own accounts. With an identity provider of the hospital there are none.

import { get, patiently, post, Refused, remove, step } from '../api.js';
import { attempt, tryForm } from '../attempt.js';
import { pick, text, textOf } from '../check/fields.js';
import { byId, element, show } from '../element.js';
import { words } from '../phrases.js';
import { date } from '../time.js';

const said = words.adminAccounts;
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
            element('tbody', {}, accounts.map(row)),
        ),
    );

const row = ({ username, role, wards, deviceId, patientId, createdAt, revokedAt }) =>
    element(
        'tr',
        {},
        element('th', { scope: 'row' }, username),
        element('td', {}, words.frame.roles[role] ?? role),
        element('td', {}, patientId ?? deviceId ?? wards?.join(', ') ?? said.all),
        element('td', {}, date(createdAt)),
        element('td', {}, revokedAt ? said.revokedOn(date(revokedAt)) : acts(username)),
    );

const acts = username =>
    element(
        'div',
        { class: 'buttons' },
        element(
            'button',
            {
                type: 'button',
                'aria-label': said.newPasswordFor(username),
                onclick: () => attempt(async () => issued(await post(`/v1/accounts/${step(username)}/rotation`, {}))),
            },
            said.newPassword,
        ),
        element(
            'button',
            {
                type: 'button',
                class: 'danger',
                'aria-label': said.revokeWhom(username),
                onclick: event => revoke(event.currentTarget, username),
            },
            said.revoke,
        ),
    );

/** The first press asks for confirmation, the second one revokes. */
function revoke(button, username) {
    if (button.dataset.sure === undefined) {
        button.dataset.sure = '';
        button.textContent = said.sure;
        return;
    }
    attempt(async () => {
        await remove(`/v1/accounts/${step(username)}`);
        await showAccounts();
        return said.revoked(username);
    });
}

function newAccount() {
    const form = element(
        'form',
        { 'aria-label': said.newAccount },
        element('h3', {}, said.newAccount),
        element(
            'div',
            { class: 'grid' },
            text('username', said.username, {
                maxlength: 64,
                pattern: '[a-z0-9.\\-]{1,64}',
                title: said.usernameHow,
            }),
            pick('role', said.role, ROLES),
            text('wards', said.wards, { required: false }),
            text('deviceId', said.device, { required: false, maxlength: 128 }),
            text('patientId', said.patient, { required: false, maxlength: 64 }),
        ),
        element('button', { class: 'primary' }, said.add),
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
        element('p', {}, said.issued(username)),
        element('p', {}, said.password(element('code', {}, password))),
        token && element('details', {}, element('summary', {}, said.token), element('code', {}, token)),
    );
