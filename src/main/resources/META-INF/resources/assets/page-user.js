// Every request names the user of its page. Here alone, because the worker of the stream has no page and no words.

/** The header that names the user of a page. */
export const pageOf = username => ({ 'X-Vigil-User': encodeURIComponent(username) });
