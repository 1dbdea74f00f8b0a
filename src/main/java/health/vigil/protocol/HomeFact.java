package health.vigil.protocol;

import health.vigil.grading.Evidence;
import health.vigil.grading.Sentences;
import health.vigil.observation.Component;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.HomeSign;
import health.vigil.observation.Kind;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was read or answered at home and makes a row fit. Nobody of the hospital confirmed it.
///
/// @param component what it is about: a component, or `home-check` for the answers of a caregiver
/// @param finding a sentence with the mark, and value and unit if it has them
public record HomeFact(Word component, String finding, Optional<Instant> at) {
    private static final String HOME = " (home, not confirmed)";

    static HomeFact of(Evidence evidence) {
        return new HomeFact(evidence.component(), Sentences.of(evidence).text(), evidence.effectiveAt());
    }

    static HomeFact ofTemperature(BigDecimal celsius, Instant at) {
        var finding = "temperature " + celsius.stripTrailingZeros().toPlainString() + " " + VitalSign.TEMPERATURE.unit()
                + HOME;
        return new HomeFact(Component.FEVER, finding, Optional.of(at));
    }

    static HomeFact of(HomeCheck answers, Instant at) {
        var signs = answers.signs().stream().sorted().map(HomeSign::word).collect(Collectors.joining(", "));
        return new HomeFact(Kind.HOME_CHECK, "caregiver reports " + signs + HOME, Optional.of(at));
    }
}
