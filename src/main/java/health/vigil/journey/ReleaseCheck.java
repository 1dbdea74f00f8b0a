package health.vigil.journey;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// J-4: the product was released, or a physician decided to use it out of its specification, with the authority's
/// reference and the patient's consent.
final class ReleaseCheck {
    /// The mark of a journey with such a product, for ever.
    static final String MARK = "OOS";

    private ReleaseCheck() {}

    static CheckFinding of(ProductJourney journey) {
        var finding = journey.facts()
                .manufacturing()
                .outcome()
                .map(outcome -> of(journey, outcome))
                .orElseGet(() -> CheckFinding.open(JourneyCheck.RELEASE, "no outcome of the manufacture is recorded"));
        return finding.noting(journey.everOutOfSpecification() ? List.of(MARK) : List.of());
    }

    private static CheckFinding of(ProductJourney journey, ManufacturingOutcome outcome) {
        return switch (outcome) {
            case RELEASED ->
                standing(journey)
                        .map(ReleaseCheck::decided)
                        .orElseGet(() -> CheckFinding.green(JourneyCheck.RELEASE, "released by the manufacturer"));
            case FAILED, TERMINATED -> CheckFinding.stop(JourneyCheck.RELEASE, "the manufacture is " + outcome.word());
            case OUT_OF_SPECIFICATION ->
                standing(journey)
                        .map(ReleaseCheck::decided)
                        .orElseGet(() ->
                                CheckFinding.stop(JourneyCheck.RELEASE, "out of specification, without a decision"));
        };
    }

    /// The deviation of the product that is now on file. One that was decided to be made again was that of the
    /// product before, once the next manufacture has begun.
    private static Optional<Deviation> standing(ProductJourney journey) {
        return journey.facts().outOfSpecification().filter(deviation -> !replaced(journey, deviation));
    }

    private static boolean replaced(ProductJourney journey, Deviation deviation) {
        return deviation
                        .decision()
                        .filter(DeviationDecision.REMANUFACTURE::equals)
                        .isPresent()
                && journey.manufacture()
                        .filter(step -> journey.recorded()
                                .deviation()
                                .filter(written -> written.isBefore(step.stamp().recordedAt()))
                                .isPresent())
                        .isPresent();
    }

    private static CheckFinding decided(Deviation deviation) {
        var what = "out of specification" + measured(deviation);
        if (deviation.decision().isEmpty()) {
            return CheckFinding.stop(JourneyCheck.RELEASE, what + ", without a decision");
        }
        var decision = deviation.decision().get();
        if (decision != DeviationDecision.USE_UNDER_EXPANDED_ACCESS) {
            return CheckFinding.stop(JourneyCheck.RELEASE, what + ", decided: " + decision.word());
        }
        var missing = Stream.of(
                        deviation.physician().isEmpty() ? "physician" : "",
                        deviation.reference().isEmpty() ? "reference" : "",
                        deviation.patientConsentAt().isEmpty() ? "patientConsentAt" : "")
                .filter(name -> !name.isEmpty())
                .toList();
        return missing.isEmpty()
                ? CheckFinding.green(JourneyCheck.RELEASE, what + ", used under expanded access")
                : CheckFinding.stop(JourneyCheck.RELEASE, what + ", not recorded: " + String.join(", ", missing));
    }

    /// ` (viability 68, limit 70)`.
    private static String measured(Deviation deviation) {
        return " (" + deviation.parameter().word()
                + deviation.value().map(value -> " " + value.toPlainString()).orElse("")
                + deviation
                        .limit()
                        .map(limit -> ", limit " + limit.toPlainString())
                        .orElse("") + ")";
    }
}
