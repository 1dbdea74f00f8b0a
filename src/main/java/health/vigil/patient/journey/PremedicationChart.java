package health.vigil.patient.journey;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.journey.InfusionRecord;
import health.vigil.journey.ProductJourney;
import health.vigil.journey.RecordedInfusion;
import health.vigil.observation.Medication;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Retraction;
import health.vigil.observation.RetractionTarget;
import health.vigil.observation.Sender;
import health.vigil.outbox.Outbox;
import health.vigil.store.ChartedDose;
import health.vigil.store.Doses;
import health.vigil.store.PatientMerges;
import health.vigil.store.Sql;
import health.vigil.stream.Author;
import health.vigil.stream.StreamRecord.Observed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Sends the premedication of an infusion record into the stream, as medications of the user. A dose that is
/// charted already is not sent again.
final class PremedicationChart {
    private static final String REASON = "The infusion record was replaced by one without this dose";

    private final Sql sql;
    private final ProductJourney journey;
    private final Author author;
    private final Instant now;

    /// @param journey before the record
    PremedicationChart(Sql sql, ProductJourney journey, Author author, Instant now) {
        this.sql = sql;
        this.journey = journey;
        this.author = author;
        this.now = now;
    }

    /// Charts the doses of a record. What only the record before it charted is retracted. A dose that is charted
    /// already stands for one dose of the record at most.
    ChartedPremedication chart(InfusionRecord infusion) {
        var before = journey.infusions().stream()
                .reduce((_, last) -> last)
                .map(RecordedInfusion::charted)
                .orElse(List.of());
        var charted = new LinkedHashSet<String>();
        var notes = new ArrayList<String>();
        for (var dose : GivenPremedication.of(journey, infusion, sender())) {
            var match = match(dose, before, charted);
            match.flatMap(DoseMatch::note).ifPresent(notes::add);
            charted.add(match.filter(DoseMatch::same)
                    .map(same -> same.charted().id())
                    .orElseGet(() -> charted(dose, before)));
        }
        before.stream()
                .filter(id -> ChartedDose.ofARecord(id) && !charted.contains(id))
                .forEach(this::retract);
        return new ChartedPremedication(List.copyOf(charted), notes);
    }

    private Sender sender() {
        return Author.sender(Optional.of(author));
    }

    private PatientId patient() {
        return journey.facts().patientId();
    }

    private String charted(Submission dose, List<String> before) {
        var id = dose.id().value();
        return before.contains(id) ? id : send(sentBy(id).isEmpty() ? dose : dose.withId(another(id)));
    }

    /// A dose that the record before charted stands, and so does another one beside it.
    private Optional<DoseMatch> match(Submission dose, List<String> before, Set<String> taken) {
        var numbers = PatientMerges.lock(sql, patient());
        var content = (Medication) dose.content();
        var charted = Stream.concat(
                        Doses.charted(sql, numbers, content, dose.effectiveAt()).stream(),
                        WaitingDoses.of(sql, numbers, content, dose.effectiveAt()).stream())
                .filter(standing -> !taken.contains(standing.id()))
                .toList();
        return before.contains(dose.id().value())
                ? DoseMatch.beside(
                        dose,
                        charted.stream()
                                .filter(standing -> !before.contains(standing.id()))
                                .toList())
                : DoseMatch.of(dose, charted);
    }

    private String send(Submission dose) {
        Outbox.add(sql, patient(), new Observed(dose, now, Optional.of(author), Optional.empty()));
        return dose.id().value();
    }

    /// The id of a dose that was retracted cannot be used again.
    private ObservationId another(String id) {
        return new ObservationId(sender(), id + "-" + journey.infusions().size());
    }

    private void retract(String id) {
        var target = new RetractionTarget(id, sentBy(id).map(Sender::new));
        send(new Submission(
                new ObservationId(sender(), id + "-retracted"),
                new Subject.ByPatient(patient()),
                now,
                new Retraction(target, REASON),
                Optional.empty()));
    }

    /// The user whose record sent a dose.
    private Optional<String> sentBy(String id) {
        return journey.infusions().stream()
                .filter(earlier -> earlier.charted().contains(id))
                .map(earlier -> earlier.stamp().by())
                .findFirst();
    }
}
