package health.vigil.api;

import health.vigil.observation.Word;
import java.time.Instant;
import java.util.Optional;

/// Where the patient of an active episode is watched.
public enum CarePhase implements Word {
    INPATIENT,
    OUTPATIENT;

    /// The phase of an active episode.
    ///
    /// @param outpatientSince since when the patient is watched at home
    public static CarePhase of(Optional<Instant> outpatientSince) {
        return outpatientSince.isPresent() ? OUTPATIENT : INPATIENT;
    }
}
