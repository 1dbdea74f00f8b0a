// The public API of the service, with the session's cookie. Everything the pages know comes through here.

import { pageOf } from './page-user.js';
import { translated } from './phrase-book.js';
import { words } from './phrases.js';

const LONGEST_WAIT = 10_000;
const NEXT_TRY = 2_000;
const LONGEST_PAGE = 1000;

/** A refusal by the service: a problem document of RFC 9457. */
export class Refused extends Error {
    constructor(status, problem) {
        super(translated(problem.detail ?? problem.title ?? words.api.refused(status)));
        this.status = status;
        this.violations = problem.violations ?? [];
        this.rejected = problem.rejected ?? [];
    }

    /** The whole refusal as one sentence for a person. */
    get sentence() {
        const fields = this.violations.map(({ field, message }) => `${field} ${translated(message)}`);
        const entries = this.rejected.map(({ detail }) => translated(detail));
        return [this.message, ...fields, ...entries].join('. ');
    }
}

/** No answer, or one that reports a fault of the service: the same request may succeed later. */
export class Unreachable extends Error {}

export const get = (path, query = {}) => request('GET', address(path, query));
export const post = (path, body) => request('POST', path, body);
export const put = (path, body) => request('PUT', path, body);
export const remove = path => request('DELETE', path);
export const patch = (path, body) => request('PATCH', path, body, 'application/merge-patch+json');

/** All items of a list, page by page, up to a limit. */
export async function list(path, query = {}, most = 2000) {
    const items = [];
    let next = address(path, { limit: Math.min(most, LONGEST_PAGE), ...query });
    while (next && items.length < most) {
        const { body, link } = await exchange('GET', next);
        items.push(...body.items);
        next = following(link);
    }
    return items;
}

export function address(path, query = {}) {
    const present = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
    return present.length === 0 ? path : `${path}?${new URLSearchParams(present)}`;
}

/** The user of this page, named in every request: the cookie may be of somebody who signed in since, in another tab. */
let pageUser = {};

export const setPageUser = username => (pageUser = pageOf(username));

/** Where to sign in and come back to this page. */
export const signInAddress = () => address('/sign-in', { next: location.pathname + location.search + location.hash });

let signedOut = () => location.assign(signInAddress());

/** What a page does when its session has ended, instead of going to the sign-in. */
export const whenSignedOut = act => (signedOut = act);

/** Repeats a request until there is an answer, so that a page opened during an outage loads afterwards. */
export async function patiently(ask) {
    for (;;) {
        try {
            return await ask();
        } catch (failure) {
            if (!(failure instanceof Unreachable)) throw failure;
        }
        await new Promise(resolve => setTimeout(resolve, NEXT_TRY));
    }
}

/** An id as one segment of a path, encoded. */
export const step = id => encodeURIComponent(id);

const request = async (...call) => (await exchange(...call)).body;

async function exchange(method, path, body, type = 'application/json') {
    const response = await send(method, path, body, type);
    if (response.status >= 500 || response.status === 429) {
        throw new Unreachable(words.api.answers(response.status));
    }
    const answer = await content(response);
    if (response.status === 401 && location.pathname !== '/sign-in') {
        signedOut();
    }
    if (!response.ok) {
        throw new Refused(response.status, answer ?? {});
    }
    return { body: answer, link: response.headers.get('Link') };
}

async function send(method, path, body, type) {
    try {
        return await fetch(path, {
            method,
            headers: { ...pageUser, ...(body === undefined ? {} : { 'Content-Type': type }) },
            body: body === undefined ? undefined : JSON.stringify(body),
            signal: AbortSignal.timeout(LONGEST_WAIT),
            cache: 'no-store',
        });
    } catch (failure) {
        throw new Unreachable(words.api.silent, { cause: failure });
    }
}

async function content(response) {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
}

/** Only the path is used, because behind a proxy the service may not know its own address. */
function following(link) {
    const next = link
        ?.split(',')
        .find(part => part.includes('rel="next"'))
        ?.match(/<([^>]+)>/)?.[1];
    if (next === undefined) return undefined;
    const { pathname, search } = new URL(next, location.href);
    return pathname + search;
}
