package health.vigil.api.home;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.api.home.DischargeReadinessView.LineView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a patient takes home, in each language that was asked for, and for the ward what was open at the
/// discharge.
///
/// @param openLines the lines that were open or not known at the discharge; while the patient is here, at `at`
/// @param reason the note of the discharge
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record GoingHomeView(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Instant at,
        List<LineView> openLines,
        Optional<String> reason,
        List<HomePaper> papers) {}
