// Who is signed in, and what they may do. The service decides; the pages only leave out what it would refuse.

import { get, patiently, remove } from './api.js';

const BEDSIDE = ['nurse', 'physician'];

/** The user of this page. Without a session the browser is sent to sign in. */
export const user = patiently(() => get('/v1/session'));

/**
 * A page that the browser has kept for its back button shows nothing of a patient to whoever comes next: it begins
 * anew.
 */
export function beginAnew() {
    addEventListener('pagehide', () => {
        document.body.hidden = true;
    });
    addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

export const signOut = () => remove('/v1/session').finally(() => location.assign('/sign-in?leaving'));

export const atTheBedside = ({ role }) => BEDSIDE.includes(role);
export const attributes = ({ role }) => role === 'physician';
export const hearsAlerts = ({ role }) => role === 'dashboard' || BEDSIDE.includes(role);
export const administers = ({ role }) => role === 'admin';
