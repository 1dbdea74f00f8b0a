package health.vigil.patient.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.journey.CustodyEvent;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.IdentityReading;
import health.vigil.journey.JourneyChecks;
import health.vigil.journey.JourneyFacts;
import health.vigil.journey.JourneyInterval;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.JourneyStation;
import health.vigil.journey.ProductJourney;
import health.vigil.journey.Readiness;
import health.vigil.journey.StateChange;
import health.vigil.observation.Word;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.store.StoredEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A journey: the row of the waiting list, and everything behind it.
///
/// @param at the time of the checks
/// @param begunAs the number under which it was begun, if another one stands for the patient
/// @param facts as they were entered
/// @param stations the line from the referral to the infusion
/// @param overrides all of them, for ever
/// @param history what was recorded, oldest first
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record JourneyView(
        JourneyRowView row,
        Instant at,
        Optional<String> begunAs,
        @Schema(implementation = JourneyFacts.class) ObjectNode facts,
        List<StationTimesView> stations,
        List<StateView> states,
        List<CustodyView> custody,
        List<JourneyCheckView> checks,
        List<IdentityReadingView> identityReadings,
        ReadinessView readiness,
        List<OverrideView> overrides,
        List<InfusionRecordView> infusions,
        List<IntervalView> intervals,
        List<HistoryView> history) {
    static JourneyView of(ReadJourney read, JourneyPolicy policy, Instant at) {
        var journey = read.journey();
        var judgedAt = journey.judgedAt(at);
        return new JourneyView(
                JourneyRowView.of(read, policy, at),
                judgedAt,
                Optional.of(read.stored().number().value())
                        .filter(number ->
                                !number.equals(journey.numbers().patient().value())),
                read.document(),
                JourneyStation.of(journey).stream().map(StationTimesView::of).toList(),
                journey.states().stream().map(StateView::of).toList(),
                journey.custody().stream().map(CustodyView::of).toList(),
                JourneyChecks.of(journey, policy, at).stream()
                        .map(JourneyCheckView::of)
                        .toList(),
                journey.readings().stream().map(IdentityReadingView::of).toList(),
                ReadinessView.of(Readiness.of(journey, policy, judgedAt), policy),
                journey.overrides().stream().map(OverrideView::of).toList(),
                infusions(journey),
                JourneyInterval.of(journey, at).stream().map(IntervalView::of).toList(),
                read.entries().stream().map(HistoryView::of).toList());
    }

    private static List<InfusionRecordView> infusions(ProductJourney journey) {
        return journey.infusions().stream().map(InfusionRecordView::of).toList();
    }

    /// A station with its planned and its real times.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StationTimesView(
            String station, Optional<Instant> plannedAt, Optional<Instant> startedAt, Optional<Instant> endedAt) {
        private static StationTimesView of(JourneyStation station) {
            return new StationTimesView(
                    station.name().word(), station.plannedAt(), station.startedAt(), station.endedAt());
        }
    }

    /// A state with when and why it was entered.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record StateView(
            String state,
            Instant at,
            Instant recordedAt,
            String by,
            Optional<String> reason,
            Optional<Instant> reviewAt,
            Optional<String> cause) {
        private static StateView of(StateChange change) {
            return new StateView(
                    change.state().word(),
                    change.stamp().at(),
                    change.stamp().recordedAt(),
                    change.stamp().by(),
                    change.reason(),
                    change.reviewAt(),
                    change.cause().map(Word::word));
        }
    }

    /// An event of the custody that stands.
    ///
    /// @param id by which another event corrects it
    /// @param corrects the event whose place it took
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CustodyView(
            UUID id,
            Optional<UUID> corrects,
            String what,
            Instant at,
            Instant recordedAt,
            String by,
            String place,
            Optional<String> to,
            Optional<String> condition,
            Optional<Boolean> temperatureInRange,
            List<String> bagIds,
            Optional<String> evidence) {
        private static CustodyView of(CustodyEvent event) {
            return new CustodyView(
                    event.id(),
                    event.corrects(),
                    event.what().word(),
                    event.stamp().at(),
                    event.stamp().recordedAt(),
                    event.stamp().by(),
                    event.place(),
                    event.to(),
                    event.condition().map(Word::word),
                    event.temperatureInRange(),
                    event.bagIds(),
                    event.evidence());
        }
    }

    /// What a user read at the bed.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record IdentityReadingView(
            String coiId,
            String patientId,
            Optional<String> name,
            Optional<String> birthDate,
            Instant at,
            Instant recordedAt,
            String by) {
        private static IdentityReadingView of(IdentityReading reading) {
            return new IdentityReadingView(
                    reading.coiId(),
                    reading.patientId(),
                    reading.name(),
                    reading.birthDate().map(date -> date.given()),
                    reading.stamp().at(),
                    reading.stamp().recordedAt(),
                    reading.stamp().by());
        }
    }

    /// A measured span, in days.
    ///
    /// @param lateDays the real days minus the planned ones
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record IntervalView(
            String name, Optional<BigDecimal> plannedDays, Optional<BigDecimal> days, Optional<BigDecimal> lateDays) {
        private static IntervalView of(JourneyInterval interval) {
            return new IntervalView(interval.name().word(), interval.planned(), interval.days(), interval.late());
        }
    }

    /// That something was recorded.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record HistoryView(String kind, Instant at, Instant recordedAt, String by, Optional<String> reason) {
        private static HistoryView of(StoredEntry entry) {
            EntryStamp stamp = entry.stamp();
            return new HistoryView(
                    entry.kind().map(Word::word).orElseThrow(),
                    stamp.at(),
                    stamp.recordedAt(),
                    stamp.by(),
                    entry.reason());
        }
    }
}
