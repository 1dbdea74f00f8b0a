// Which ward this page is about: as the address says, else as this browser was last told.

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

/** As the address or this browser says; undefined where neither does. */
export const askedWard = () =>
    new URL(location.href).searchParams.get('ward') ?? localStorage.getItem(STORED) ?? undefined;

/** The ward to show, of those there are; undefined when there is none. */
export function currentWard(known) {
    const asked = askedWard();
    return known.includes(asked) ? asked : known[0];
}
