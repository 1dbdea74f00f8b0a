// The page of administrators: devices and their patients, quarantine, accounts, webhooks.

import { showAccounts } from './admin/accounts.js';
import { offerBinding, showBindings } from './admin/devices.js';
import { showQuarantine } from './admin/quarantine.js';
import { showWebhooks } from './admin/webhooks.js';
import { byId } from './element.js';
import { frame } from './frame.js';
import { administers } from './session.js';

const who = await frame();
offerBinding(administers(who));
['bindings', 'quarantine-section', 'accounts-section', 'webhooks-section'].forEach(id => {
    byId(id).hidden = !administers(who);
});
if (administers(who)) await Promise.all([showBindings(), showQuarantine(), showAccounts(), showWebhooks()]);
