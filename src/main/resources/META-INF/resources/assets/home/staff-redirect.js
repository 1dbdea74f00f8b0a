// Leads patients and caregivers from the pages of the staff to their own.

import { unwatchContact } from '../contact.js';
import { byId, element, show } from '../element.js';
import { wordsOf } from '../language.js';
import { WORDS } from './words.js';

const OWN = '/home';

/** Goes to the page at home, or says where it is. It never returns, so the page of the staff stops here. */
export function toOwnPage() {
    if (location.pathname === '/') {
        location.replace(OWN);
    } else {
        unwatchContact();
        const words = wordsOf(WORDS);
        document.title = words.page;
        show(
            byId('main'),
            element('h1', {}, words.forStaff),
            element('p', {}, element('a', { class: 'primary button', href: OWN }, words.toHome)),
        );
    }
    return new Promise(() => {});
}
