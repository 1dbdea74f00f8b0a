package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.journey.Bridging;
import health.vigil.journey.CheckState;
import health.vigil.journey.JourneyChecks;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.NextStep;
import health.vigil.journey.Readiness;
import health.vigil.journey.Spans;
import health.vigil.observation.Word;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A row of the waiting list.
///
/// @param patientId the number that stands for the patient
/// @param since when the journey came into its state
/// @param bridging `none`, or its regimen; absent if it is not known
/// @param outOfSpecification whether a product of this journey was ever out of its specification
/// @param checksOpen the checks that are not green
/// @param ready whether the readiness list is complete, or was at the infusion
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record JourneyRowView(
        UUID id,
        String patientId,
        Optional<String> name,
        String ward,
        String product,
        Optional<String> coordinator,
        String state,
        Instant since,
        BigDecimal daysInState,
        NextStepView next,
        Optional<Instant> infusionPlannedAt,
        Optional<String> bridging,
        Optional<String> diseaseControl,
        Optional<Instant> windowClosesAt,
        boolean outOfSpecification,
        boolean ready,
        List<JourneyCheckView> checksOpen,
        Optional<UUID> episodeId) {
    private static final String NO_BRIDGING = "none";

    static JourneyRowView of(ReadJourney read, JourneyPolicy policy, Instant now) {
        var journey = read.journey();
        var facts = journey.facts();
        var last = journey.last();
        return new JourneyRowView(
                journey.id(),
                journey.numbers().patient().value(),
                facts.name(),
                facts.ward(),
                facts.product(),
                facts.coordinator(),
                last.state().word(),
                last.stamp().at(),
                Spans.days(last.stamp().at(), now),
                NextStepView.of(NextStep.of(journey, policy, now)),
                facts.infusionPlannedAt(),
                facts.bridging().flatMap(JourneyRowView::bridging),
                facts.waiting().diseaseControl().map(Word::word),
                facts.waiting().windowClosesAt(),
                journey.everOutOfSpecification(),
                Readiness.of(journey, policy, journey.judgedAt(now)).complete(),
                JourneyChecks.of(journey, policy, now).stream()
                        .filter(finding -> finding.state() != CheckState.GREEN)
                        .map(JourneyCheckView::of)
                        .toList(),
                read.stored().episode().map(episode -> episode.id()));
    }

    private static Optional<String> bridging(Bridging bridging) {
        return bridging.none() ? Optional.of(NO_BRIDGING) : bridging.regimen();
    }
}
