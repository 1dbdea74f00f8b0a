package health.vigil.api.registry;

import health.vigil.observation.Word;

/// Which grades an export holds.
enum ExportedValues implements Word {
    /// Those of the rules and those of the physicians.
    ALL,
    /// Those of the physicians only.
    CONFIRMED
}
