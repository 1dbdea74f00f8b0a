package health.vigil.monitor.batch;

import health.vigil.observation.Observation;
import health.vigil.observation.PatientId;
import health.vigil.store.Identities;
import health.vigil.store.MovedReadings;
import health.vigil.store.Quarantine;
import health.vigil.store.Quarantine.QuarantineEntry;
import health.vigil.store.Quarantine.RecordSource;
import health.vigil.store.Quarantine.RecordSubject;
import health.vigil.store.QuarantineReason;
import health.vigil.store.Sql;
import health.vigil.store.UnheldObservations;
import health.vigil.store.UnheldObservations.UnheldObservation;
import health.vigil.stream.Author;
import health.vigil.stream.StreamRecord.Observed;
import health.vigil.stream.StreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Puts what a voided admission held into quarantine, where the patient has no other episode: there it is seen and
/// counted, and the next admission finds it. Its ids count as not applied, so that it is applied then once.
final class VoidedStay {
    private static final String DETAIL = "Its admission was voided, and the patient has no other episode";

    private final Sql sql;
    private final RecordSource voided;
    private final PatientId patient;
    private final Instant now;

    /// @param voided the record that says so
    VoidedStay(Sql sql, RecordSource voided, PatientId patient, Instant now) {
        this.sql = sql;
        this.voided = voided;
        this.patient = patient;
        this.now = now;
    }

    void empty() {
        for (var held = some(); !held.isEmpty(); held = some()) {
            MovedReadings.withdraw(
                    sql, held.stream().map(UnheldObservation::observation).toList(), now);
            held.forEach(each -> Identities.quarantine(sql, each.observation().id(), DETAIL));
            Quarantine.add(sql, held.stream().map(this::entry).toList());
        }
    }

    private List<UnheldObservation> some() {
        return UnheldObservations.of(sql, patient);
    }

    private QuarantineEntry entry(UnheldObservation held) {
        var id = held.observation().id();
        var name = String.join("|", "voided", id.sender().name(), id.value(), now.toString());
        return new QuarantineEntry(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                new RecordSource(voided.partition(), voided.offset(), now, Optional.empty(), Optional.of(value(held))),
                QuarantineReason.NO_EPISODE,
                DETAIL,
                new RecordSubject(
                        Optional.of(id.value()),
                        Optional.of(id.sender()),
                        Optional.of(held.observation().patientId().value()),
                        held.observation().device().map(Object::toString)),
                false);
    }

    private byte[] value(UnheldObservation held) {
        var author = held.enteredBy()
                .map(name -> Author.recorded(name, held.enteredFrom()).as(held.enteredRole()));
        var record = new Observed(held.submission(), received(held.observation()), author, Optional.empty());
        return StreamWriter.write(record).getBytes(StandardCharsets.UTF_8);
    }

    /// It is known of another episode from now on, and was not before. What was dated in the future stays so.
    private Instant received(Observation observation) {
        return observation.datedInTheFuture() ? observation.receivedAt() : now;
    }
}
