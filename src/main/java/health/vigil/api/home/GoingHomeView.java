package health.vigil.api.home;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a patient takes home, in each language that was asked for.
record GoingHomeView(@JsonUnwrapped NumbersView patient, UUID episodeId, Instant at, List<HomePaper> papers) {}
