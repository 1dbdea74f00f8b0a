package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.Tool;
import java.math.BigDecimal;
import java.time.Instant;

/// Something that would change a grade: an instant that comes by itself, or an observation.
public sealed interface Outlook {
    record FeverEnds(Instant last) implements Outlook {}

    record ComponentEnds(Component component, Instant last) implements Outlook {}

    record WaiverEnds(Drug drug, Instant last) implements Outlook {}

    record CourseEnds(Instant last) implements Outlook {}

    /// Two vasopressors become multiple ones.
    record VasopressorsBecomeMultiple(Instant from) implements Outlook {}

    /// A temperature at or above the limit would begin a fever.
    ///
    /// @param limit Cel
    record FeverWouldBegin(BigDecimal limit) implements Outlook {}

    record PhysicianWouldDecide() implements Outlook {}

    record GateWouldOpen() implements Outlook {}

    /// Observations that would raise a grade of CRS.
    ///
    /// @param highest the current highest component, 0 to 3
    record CrsWouldRise(int highest) implements Outlook {}

    record ScoreCounts(Tool tool, Instant last) implements Outlook {}

    record ScoreWouldTell(Tool tool) implements Outlook {}

    record SeizureGoesOn() implements Outlook {}

    record SeizureCounts(Instant last) implements Outlook {}

    record FindingStands(Finding finding) implements Outlook {}
}
