// The piece of another system's message that a person must read, with the place that could not be read.

import { element } from '../element.js';
import { words } from '../phrases.js';

const said = words.adminPiece;
const HL7_PLACE = /^([A-Z0-9]{3})\[(\d+)\]\.(\d+)/;
const STEP = /([A-Za-z]+)(?:\[(\d+)\])?/g;

/** What is shown of a quarantined record that is a piece of a message; nothing for any other. */
export function piece(value) {
    const record = parsed(value);
    if (record?.kind !== 'foreign') return undefined;
    const lines =
        record.format === 'hl7'
            ? segments(decoded(record.bytes), record.place)
            : resource(parsed(decoded(record.bytes)), record.place);
    const unmarked = record.format === 'hl7' ? placeInWords(decoded(record.bytes), record.place) : undefined;
    return element(
        'details',
        { open: true },
        element('summary', {}, record.place ? said.messageAt(record.place) : said.message),
        unmarked ? element('p', {}, unmarked) : '',
        element('pre', { class: 'scroll', tabindex: 0 }, lines),
    );
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

const decoded = bytes => new TextDecoder().decode(Uint8Array.from(atob(bytes), each => each.charCodeAt(0)));

const segmentLines = text => text.split('\r').filter(Boolean);

const ofName = (lines, name) => lines.filter(line => line.startsWith(`${name}|`));

/**
 * The segments, one a line. The place counts the segments of the whole message, and a piece may lack some of them. So
 * the field is marked only if no other segment can be meant.
 */
function segments(text, place) {
    const lines = segmentLines(text);
    const [, name, , field] = HL7_PLACE.exec(place ?? '') ?? [];
    const named = ofName(lines, name);
    const only = named.length === 1 ? named[0] : undefined;
    return lines.flatMap(line => [line === only ? marked(line, Number(field)) : line, '\n']);
}

/** The place as a sentence if it cannot be marked. */
function placeInWords(text, place) {
    const [, name, number, field] = HL7_PLACE.exec(place ?? '') ?? [];
    if (name === undefined || ofName(segmentLines(text), name).length === 1) return undefined;
    return said.place(field, name, number);
}

/** MSH-1 is the sign between the fields. */
function marked(line, field) {
    const fields = line.split('|');
    const at = line.startsWith('MSH|') ? field - 1 : field;
    if (at >= fields.length) return element('mark', {}, line);
    return [
        `${fields.slice(0, at).join('|')}|`,
        element('mark', {}, fields[at] || said.empty),
        fields.length > at + 1 ? `|${fields.slice(at + 1).join('|')}` : '',
    ];
}

/** The resource, one element a line; the marked ones are those at or below the place. */
function resource(root, place) {
    if (root === undefined) return [said.unreadable];
    const path = [...(place ?? '').matchAll(STEP)]
        .slice(1)
        .flatMap(([, name, index]) => (index === undefined ? [name] : [name, Number(index)]));
    return drawn(root, path, 0, false, '');
}

/** Undefined if the place is not below here. An element of a choice has its type behind its name. */
function below(path, key) {
    if (path === undefined || path.length === 0) return path;
    const [first, ...rest] = path;
    const same =
        first === key ||
        (typeof first === 'string' &&
            typeof key === 'string' &&
            key.startsWith(first) &&
            /^[A-Z]/.test(key.slice(first.length)));
    return same ? rest : undefined;
}

function drawn(node, path, depth, inside, label) {
    const here = inside || (path !== undefined && path.length === 0 && depth > 0);
    const line = text => {
        const indented = `${'  '.repeat(depth)}${label}${text}`;
        return [here ? element('mark', {}, indented) : indented, '\n'];
    };
    if (node === null || typeof node !== 'object') return line(JSON.stringify(node));
    const parts = Array.isArray(node)
        ? node.map((each, index) => [index, each, '- '])
        : Object.entries(node).map(([key, each]) => [key, each, `${key}: `]);
    return [...line(''), ...parts.flatMap(([key, each, name]) => drawn(each, below(path, key), depth + 1, here, name))];
}
