// What a user has begun to enter, and why to call. It stays in this tab when the session ends, for the same user only.

const STORED = 'vigil.home.draft.';

const nothing = () => ({ answers: {}, readings: {}, reasons: [] });

export const draftOf = username => JSON.parse(sessionStorage.getItem(STORED + username)) ?? nothing();

export function keepDraft(username, draft) {
    try {
        sessionStorage.setItem(STORED + username, JSON.stringify(draft));
    } catch {
        // No room, for instance for the photo: the fields on the page stay as they are.
    }
}

export const forgetDraft = username => sessionStorage.removeItem(STORED + username);
