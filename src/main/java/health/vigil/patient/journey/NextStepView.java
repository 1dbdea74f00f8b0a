package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.journey.NextStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What a journey waits for.
///
/// @param owner whose move it is
/// @param lateDays by how many days it is late
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record NextStepView(String step, String owner, Optional<Instant> dueAt, Optional<BigDecimal> lateDays) {
    static NextStepView of(NextStep next) {
        return new NextStepView(next.step(), next.owner().word(), next.dueAt(), next.lateDays());
    }
}
