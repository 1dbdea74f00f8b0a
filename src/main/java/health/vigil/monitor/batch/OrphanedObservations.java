package health.vigil.monitor.batch;

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

/// Moves the observations of a patient without any episode into quarantine, where they are visible and the
/// next admission finds them. Their ids count as not applied, so that they are applied once then.
final class OrphanedObservations {
    /// Why the patient has no episode any more.
    enum OrphanReason {
        VOIDED("Its admission was voided, and the patient has no other episode"),
        PARTED("A merge of its number was undone, and the number itself has no episode");

        private final String detail;

        OrphanReason(String detail) {
            this.detail = detail;
        }
    }

    private final Sql sql;
    private final RecordSource cause;
    private final PatientId patient;
    private final Instant now;

    /// @param cause the record that removed the episode
    OrphanedObservations(Sql sql, RecordSource cause, PatientId patient, Instant now) {
        this.sql = sql;
        this.cause = cause;
        this.patient = patient;
        this.now = now;
    }

    void quarantine(OrphanReason reason) {
        for (var held = next(); !held.isEmpty(); held = next()) {
            MovedReadings.withdraw(
                    sql, held.stream().map(UnheldObservation::observation).toList(), now);
            held.forEach(each -> Identities.quarantine(sql, each.observation().id(), reason.detail));
            Quarantine.add(sql, held.stream().map(each -> entry(each, reason)).toList());
        }
    }

    private List<UnheldObservation> next() {
        return UnheldObservations.of(sql, patient);
    }

    private QuarantineEntry entry(UnheldObservation held, OrphanReason reason) {
        var id = held.observation().id();
        var name = String.join("|", reason.name(), id.sender().name(), id.value(), now.toString());
        return new QuarantineEntry(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                new RecordSource(cause.partition(), cause.offset(), now, Optional.empty(), Optional.of(value(held))),
                QuarantineReason.NO_EPISODE,
                reason.detail,
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
        var record = new Observed(held.submission(), held.observation().receivedAgain(now), author, Optional.empty());
        return StreamWriter.write(record).getBytes(StandardCharsets.UTF_8);
    }
}
