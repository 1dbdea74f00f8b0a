package health.vigil.api.grade;

import health.vigil.grading.Peak;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The highest grade so far, and when it was first reached.
record PeakView(@Nullable Integer grade, Instant at) {
    static PeakView of(Peak peak) {
        return new PeakView(SyndromeView.number(peak.grade()), peak.at());
    }
}
