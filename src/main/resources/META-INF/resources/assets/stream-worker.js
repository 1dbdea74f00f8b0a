// The one reader of the alert stream for all pages of a user in this browser.

import { readStream } from './stream-reader.js';

/** Shows the pages that the worker runs. */
const BEAT = 5_000;
const pages = new Set();

const tell = message => pages.forEach(page => page.postMessage(message));

addEventListener('connect', ({ ports: [page] }) => {
    pages.add(page);
    page.onmessage = () => pages.delete(page);
    page.postMessage({});
});

const username = decodeURIComponent(self.name.split(' ').at(-1));

readStream(username, (event, alert) => tell({ event, alert }));
setInterval(() => tell({}), BEAT);
