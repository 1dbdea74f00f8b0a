package health.vigil.journey;

import health.vigil.grading.BirthDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The active episode of a patient who was admitted before the infusion was recorded, by hand or by a report of
/// another system. The record joins it, if it is about the same infusion.
///
/// @param infusedAt when the infusion began, as it was given at the admission
/// @param taken whether the infusion of another journey is recorded for it already
public record EarlierAdmission(String product, Instant infusedAt, BirthDate birthDate, boolean taken) {
    /// People type a rounded or a planned time.
    public static final Duration TOLERANCE = Duration.ofHours(1);

    /// Why an infusion of a journey is not that of the episode; empty if it is. On another calendar day of the
    /// hospital its days would be counted wrongly.
    public Optional<String> refusal(JourneyFacts facts, Instant start, ZoneId hospital) {
        if (taken) {
            return Optional.of("the infusion of another journey is recorded for it");
        }
        if (SameBirth.differ(facts.birthDate(), birthDate)) {
            return Optional.of("it has another date of birth");
        }
        if (!SameText.same(facts.product(), product)) {
            return Optional.of("its product is " + product + ", that of the journey " + facts.product());
        }
        var begins = "its infusion began at " + infusedAt + ", this one at " + start;
        if (Duration.between(infusedAt, start).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of(begins + ", more than " + Spans.words(TOLERANCE) + " apart");
        }
        return day(infusedAt, hospital).equals(day(start, hospital))
                ? Optional.empty()
                : Optional.of(begins + ", on another day");
    }

    private static LocalDate day(Instant at, ZoneId hospital) {
        return LocalDate.ofInstant(at, hospital);
    }
}
