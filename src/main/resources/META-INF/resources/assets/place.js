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

/** The ward to show, out of the existing ones; undefined if there is none. */
export function currentWard(known) {
    const asked = askedWard();
    return known.includes(asked) ? asked : known[0];
}
