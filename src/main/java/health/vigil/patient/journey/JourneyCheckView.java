package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.journey.CheckFinding;
import java.util.List;

/// A check before the infusion.
///
/// @param rule its id and title
/// @param state `green`, `open`, `warn` or `stop`
/// @param required whether no infusion is recorded unless it is green
/// @param finding what was found, with the value and the limit
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record JourneyCheckView(String id, String rule, String state, boolean required, String finding, List<String> notes) {
    static JourneyCheckView of(CheckFinding finding) {
        return new JourneyCheckView(
                finding.check().id(),
                finding.check().label(),
                finding.state().word(),
                finding.check().required(),
                finding.finding(),
                finding.notes());
    }
}
