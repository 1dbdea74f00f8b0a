// What concerns the centre and no patient is kept in the browser, so that the number is there without the service.

const STORED = 'vigil.home.centre';

/** What was known of the centre the last time, in the form of an answer of the service. */
export const centreBefore = () => ({ centre: {}, call: [], ...JSON.parse(localStorage.getItem(STORED)) });

/** The limit of the patient's own pressure is not the centre's. */
export function rememberCentre({ centre, call, watch }) {
    const { systolicUpTo, ...limits } = watch?.limits ?? {};
    localStorage.setItem(STORED, JSON.stringify(watch ? { centre, call, limits } : { centre, call }));
}
