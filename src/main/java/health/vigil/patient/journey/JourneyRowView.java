package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.access.Role;
import health.vigil.journey.Bridging;
import health.vigil.journey.CheckState;
import health.vigil.journey.JourneyChecks;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.JourneyState;
import health.vigil.journey.NextStep;
import health.vigil.journey.Readiness;
import health.vigil.journey.Spans;
import health.vigil.journey.StateChange;
import health.vigil.observation.Word;
import health.vigil.patient.journey.JourneyReader.ListedJourney;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.patient.journey.JourneyReader.UnreadableJourney;
import health.vigil.store.StoredJourney;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A row of the waiting list. Of a journey that cannot be read it has only what the list itself knows.
///
/// @param patientId the number that stands for the patient
/// @param since when the journey came into its state
/// @param reason why it is on hold or cancelled; never told to another system
/// @param bridging `none`, or its regimen; absent if it is not known
/// @param outOfSpecification whether a product of this journey was ever out of its specification
/// @param checksOpen the checks that are not green
/// @param ready whether the readiness list is complete, or was at the infusion
/// @param unreadable why the journey cannot be read; absent if it can
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record JourneyRowView(
        UUID id,
        String patientId,
        Optional<String> name,
        String ward,
        Optional<String> product,
        Optional<String> coordinator,
        Optional<String> state,
        Optional<Instant> since,
        Optional<String> reason,
        Optional<BigDecimal> daysInState,
        Optional<NextStepView> next,
        Optional<Instant> infusionPlannedAt,
        Optional<String> bridging,
        Optional<String> diseaseControl,
        Optional<Instant> windowClosesAt,
        Optional<Boolean> outOfSpecification,
        Optional<Boolean> ready,
        Optional<List<JourneyCheckView>> checksOpen,
        Optional<UUID> episodeId,
        Optional<String> unreadable) {
    private static final String NO_BRIDGING = "none";

    static JourneyRowView listed(ListedJourney listed, JourneyPolicy policy, Instant now, Role reader) {
        return switch (listed) {
            case ReadJourney read ->
                of(read, policy, now, reader == Role.INTEGRATION ? Optional.empty() : reason(read));
            case UnreadableJourney(var stored, var reason) -> unreadable(stored, reason);
        };
    }

    private static JourneyRowView unreadable(StoredJourney stored, String reason) {
        return new JourneyRowView(
                stored.id(),
                stored.patient().value(),
                Optional.empty(),
                stored.ward(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stored.episode().map(episode -> episode.id()),
                Optional.of(reason));
    }

    /// The row for a person.
    static JourneyRowView of(ReadJourney read, JourneyPolicy policy, Instant now) {
        return of(read, policy, now, reason(read));
    }

    private static Optional<String> reason(ReadJourney read) {
        return Optional.of(read.journey().last())
                .filter(last -> last.state() == JourneyState.ON_HOLD || last.state() == JourneyState.CANCELLED)
                .flatMap(StateChange::reason);
    }

    private static JourneyRowView of(ReadJourney read, JourneyPolicy policy, Instant now, Optional<String> reason) {
        var journey = read.journey();
        var facts = journey.facts();
        var last = journey.last();
        return new JourneyRowView(
                journey.id(),
                journey.numbers().patient().value(),
                facts.name(),
                facts.ward(),
                Optional.of(facts.product()),
                facts.coordinator(),
                Optional.of(last.state().word()),
                Optional.of(last.stamp().at()),
                reason,
                Optional.of(Spans.days(last.stamp().at(), now)),
                Optional.of(NextStepView.of(NextStep.of(journey, policy, now))),
                facts.infusionPlannedAt(),
                facts.bridging().flatMap(JourneyRowView::bridging),
                facts.waiting().diseaseControl().map(Word::word),
                facts.waiting().windowClosesAt(),
                Optional.of(journey.everOutOfSpecification()),
                Optional.of(Readiness.of(journey, policy, journey.judgedAt(now)).complete()),
                Optional.of(JourneyChecks.of(journey, policy, now).stream()
                        .filter(finding -> finding.state() != CheckState.GREEN)
                        .map(JourneyCheckView::of)
                        .toList()),
                read.stored().episode().map(episode -> episode.id()),
                Optional.empty());
    }

    private static Optional<String> bridging(Bridging bridging) {
        return bridging.none() ? Optional.of(NO_BRIDGING) : bridging.regimen();
    }
}
