// The page of administrators: devices and their patients, senders, quarantine, accounts, webhooks.

import { showAccounts } from './admin/accounts.js';
import { offerBinding, showBindings } from './admin/devices.js';
import { showQuarantine } from './admin/quarantine.js';
import { showSenders } from './admin/senders.js';
import { showWebhooks } from './admin/webhooks.js';
import { byId } from './element.js';
import { frame } from './frame.js';
import { administers } from './session.js';

const who = await frame();
offerBinding(administers(who));
['bindings', 'senders-section', 'quarantine-section', 'accounts-section', 'webhooks-section'].forEach(id => {
    byId(id).hidden = !administers(who);
});
if (administers(who)) {
    await Promise.all([showBindings(), showSenders(), showQuarantine(), showAccounts(), showWebhooks()]);
}
