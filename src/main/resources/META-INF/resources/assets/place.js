// The ward of this page: from the address, or else the last choice in this browser.

import { get } from './api.js';

const STORED = 'vigil.ward';

/** The wards that the user may choose from. */
export const wards = async () => (await get('/v1/wards')).items;

export function chooseWard(ward) {
    localStorage.setItem(STORED, ward);
    const here = new URL(location.href);
    here.searchParams.set('ward', ward);
    history.replaceState(null, '', here);
}

/** The ward in the address or stored in this browser; undefined if there is neither. */
export const askedWard = () =>
    new URL(location.href).searchParams.get('ward') ?? localStorage.getItem(STORED) ?? undefined;

/** Names that differ only in case or white space mean the same ward. */
export const isSameWard = (one, other) => folded(one) === folded(other);

/** Each character by itself, as the service folds them. */
const folded = name =>
    [...name.replace(/[\s\u001c-\u001f\u0085]+/g, ' ').trim()].map(each => simpleUpper(each).toLowerCase()).join('');

/** "ß" stays: its upper case would be two characters. */
const simpleUpper = character => {
    const upper = character.toUpperCase();
    return [...upper].length === 1 ? upper : character;
};

/** The ward to show, out of the existing ones; undefined if there is none. */
export function currentWard(known) {
    const asked = askedWard();
    return known.includes(asked) ? asked : known[0];
}
