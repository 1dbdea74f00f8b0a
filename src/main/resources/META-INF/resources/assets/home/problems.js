// Says beside a field what is wrong with it, in the words of the page and not of the browser.

import { element } from '../element.js';

let count = 0;

export function problemsOf(form) {
    let said = [];
    const take = () => {
        said.forEach(({ input, node }) => {
            input.removeAttribute('aria-invalid');
            input.removeAttribute('aria-describedby');
            node.remove();
        });
        said = [];
    };
    return {
        /** @param problems pairs of an input and a text; the first one gets the focus */
        say(problems) {
            take();
            said = problems.map(([input, text]) => {
                const id = `problem-${count++}`;
                const node = element('span', { class: 'problem bad', id, role: 'alert' }, text);
                (input.closest('fieldset.one, .field, label') ?? input).append(node);
                input.setAttribute('aria-invalid', 'true');
                input.setAttribute('aria-describedby', id);
                return { input, node };
            });
            problems[0]?.[0].focus();
        },
    };
}
