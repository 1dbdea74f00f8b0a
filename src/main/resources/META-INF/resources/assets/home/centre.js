// What concerns the centre is kept in the browser, so that the number is there without the service. With it stay the
// limits of the last user's patient, for this user only.

const STORED = 'vigil.home.centre';

/** What was known the last time, in the form of an answer of the service. */
export function centreBefore(username) {
    const { of, limits, ...centre } = JSON.parse(localStorage.getItem(STORED)) ?? {};
    return { centre: {}, call: [], ...centre, limits: of === username ? limits : ofCentre(limits) };
}

export function rememberCentre(username, { centre, call, watch }) {
    const limits = watch?.limits ?? centreBefore(username).limits;
    try {
        localStorage.setItem(STORED, JSON.stringify({ centre, call, limits, of: username }));
    } catch {
        // No room: the page knows them as long as it is open.
    }
}

/** The limit of the patient's own pressure is not the centre's. */
function ofCentre(limits) {
    if (!limits) return undefined;
    const { systolicUpTo, ...others } = limits;
    return others;
}
