// How to call: the number of the centre, always in sight, and loudly once there is a reason.

import { element } from '../element.js';
import { numberSaid } from './phrases.js';

/** The number as a telephone dials it: "+49 (0)30 1" is dialled without the 0. */
const dialled = phone => phone.replace(/^(\+.*?)\(0\)/, '$1').replaceAll(/[^\d+]/g, '');

/** @param reasons why to call now; none if there is none */
export function callLink(words, phone, reasons) {
    const urgent = reasons.length > 0;
    if (!phone) return element('p', { class: 'number' }, urgent ? words.callNowWithout : words.callWithout);
    const text = urgent ? words.callNow(phone) : words.call(phone);
    return element('a', { class: 'primary button number', href: `tel:${dialled(phone)}` }, text);
}

/** @param called called once the person has called */
export const callNow = (words, phone, reasons, called) => [
    element('h2', {}, callLink(words, phone, reasons)),
    element('p', {}, words.callWhy),
    element(
        'ul',
        {},
        reasons.map(reason => element('li', {}, said(words, reason))),
    ),
    element('p', {}, words.callFirst),
    element('button', { type: 'button', onclick: called }, words.called),
];

/** The centre's list, in the language of the page. */
export function whenToCall(words, call) {
    const text = call.find(({ language }) => language === document.documentElement.lang);
    return text === undefined
        ? element('p', {}, words.whenUnread)
        : [
              element('p', {}, text.title),
              element(
                  'ul',
                  {},
                  text.lines.map(line => element('li', {}, line)),
              ),
          ];
}

const said = (words, { sign, field, number }) => (sign ? words.signs[sign].short : numberSaid(words, field, number));
