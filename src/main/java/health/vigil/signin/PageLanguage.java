package health.vigil.signin;

import health.vigil.observation.Word;

/// A language of the pages.
enum PageLanguage implements Word {
    /// English
    EN,
    /// German
    DE
}
