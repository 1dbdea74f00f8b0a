package health.vigil.api.episodes;

import health.vigil.observation.Word;

/// Whether the monitoring period goes on.
enum Status implements Word {
    ACTIVE,
    ENDED
}
