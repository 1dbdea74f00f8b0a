// What a patient takes home: a card for the wallet and instructions, the languages side by side. No grade is named.

import { alertText } from './alert-text.js';
import { capital } from './context-words.js';
import { element } from './element.js';
import { displayName, identifiers } from './person.js';
import { words } from './phrases.js';
import { qrCode } from './qr-code.js';
import { dayAndClock } from './time.js';

const said = words.homePapers;
const PARTS = ['call', 'rules', 'daily'];

/** The sheet of the patient: a row for each part, a column for each language. */
export const papers = ({ papers: languages }, episode) => [
    element('header', {}, element('p', {}, element('strong', {}, `${displayName(episode)} `), identifiers(episode))),
    row(languages, ({ card }) => ['wallet', card]),
    PARTS.filter(name => languages.some(paper => paper[name].lines.length > 0)).map(name =>
        row(languages, paper => [name, paper[name]]),
    ),
];

const row = (languages, choose) =>
    element(
        'div',
        { class: languages.length > 1 ? 'pair' : '' },
        languages.map(paper => section(paper.language, ...choose(paper))),
    );

/** The code stands first, so that the lines flow around it. */
const section = (lang, name, { title, lines, qr }) =>
    element(
        'section',
        { lang, class: name, 'aria-label': title },
        qr && qrCode(qr),
        element('h2', {}, title),
        element(
            'ul',
            { class: name === 'wallet' ? 'plain' : '' },
            lines.map(line => element('li', {}, line)),
        ),
    );

/** The sheet of the ward: what was open at the discharge, or is open now, and the reason. */
export const openLines = ({ openLines: lines, reason, at }, episode) => [
    element('h2', {}, said.heading),
    element('p', {}, element('strong', {}, `${displayName(episode)} `), identifiers(episode)),
    element('p', {}, asOf(episode.endedAt, at)),
    lines.length === 0
        ? element('p', {}, said.none)
        : element(
              'ul',
              {},
              lines.map(({ line, title, state, why }) =>
                  element(
                      'li',
                      {},
                      said.line(`${line} ${capital(title)}`, said.states[state] ?? said.states.unknown, alertText(why)),
                  ),
              ),
          ),
    element('p', {}, said.reason(reason ?? '……………………………………………………………………')),
];

const asOf = (endedAt, now) => (endedAt ? said.openAtDischarge(dayAndClock(endedAt)) : said.openNow(dayAndClock(now)));
