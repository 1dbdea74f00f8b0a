// Reads the alert stream. `EventSource` hides heartbeats and gives up on errors, so the stream is read by hand:
// heartbeats prove that the service works, and a broken stream resumes after the last received event.

import { pageOf } from './page-user.js';

const STREAM = '/v1/alerts/stream';
const RETRY = 2_000;
/** The service sends something every few seconds. A silent stream is dead, even if the connection seems open. */
const SILENCE = 12_000;

/**
 * Reads the alerts of all wards that the user may see, until the page or the worker ends.
 *
 * @param username whose alerts
 * @param hear called with the event's name and its alert; `reset` means that the list must be read again
 */
export function readStream(username, hear) {
    let last;
    let connection;
    const connect = async () => {
        connection = new AbortController();
        try {
            const path = last === undefined ? STREAM : `${STREAM}?${new URLSearchParams({ after: last })}`;
            await listen(path, username, connection, event => {
                last = event.id ?? last;
                if (event.name) hear(event.name, JSON.parse(event.data));
            });
        } catch {
            // The page's banner reports this once it lasts; the next attempt is below.
        }
        setTimeout(connect, RETRY);
    };
    connect();
    addEventListener('pagehide', () => connection.abort());
}

async function listen(path, username, connection, receive) {
    let watchdog = setTimeout(() => connection.abort(), SILENCE);
    const headers = Object.assign({ Accept: 'text/event-stream' }, pageOf(username));
    const response = await fetch(path, { headers, signal: connection.signal, cache: 'no-store' });
    if (!response.ok) throw new Error('The stream was refused');
    const parser = new Parser(receive);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => connection.abort(), SILENCE);
        parser.take(part.value);
    }
    clearTimeout(watchdog);
}

/** Cuts the text of a stream into events. */
class Parser {
    #rest = '';
    #receive;

    constructor(receive) {
        this.#receive = receive;
    }

    take(text) {
        const blocks = (this.#rest + text.replaceAll('\r', '')).split('\n\n');
        this.#rest = blocks.pop();
        blocks.forEach(block => this.#receive(event(block)));
    }
}

function event(block) {
    const fields = block.split('\n').map(line => line.split(/: ?(.*)/s));
    const value = name =>
        fields
            .filter(([field]) => field === name)
            .map(([, text]) => text)
            .join('\n');
    return { id: value('id') || undefined, name: value('event') || undefined, data: value('data') };
}
