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

/// Puts what is recorded of a patient who has no episode any more into quarantine: there it is seen and
/// counted, and the next admission finds it. Its ids count as not applied, so that it is applied then once.
final class LostStay {
    /// Why the patient has no episode any more.
    enum Loss {
        VOIDED("Its admission was voided, and the patient has no other episode"),
        PARTED("It was merged with another number's, which was taken back, and its own number has no episode");

        private final String detail;

        Loss(String detail) {
            this.detail = detail;
        }
    }

    private final Sql sql;
    private final RecordSource said;
    private final PatientId patient;
    private final Instant now;

    /// @param said the record that says so
    LostStay(Sql sql, RecordSource said, PatientId patient, Instant now) {
        this.sql = sql;
        this.said = said;
        this.patient = patient;
        this.now = now;
    }

    void empty(Loss loss) {
        for (var held = some(); !held.isEmpty(); held = some()) {
            MovedReadings.withdraw(
                    sql, held.stream().map(UnheldObservation::observation).toList(), now);
            held.forEach(each -> Identities.quarantine(sql, each.observation().id(), loss.detail));
            Quarantine.add(sql, held.stream().map(each -> entry(each, loss)).toList());
        }
    }

    private List<UnheldObservation> some() {
        return UnheldObservations.of(sql, patient);
    }

    private QuarantineEntry entry(UnheldObservation held, Loss loss) {
        var id = held.observation().id();
        var name = String.join("|", loss.name(), id.sender().name(), id.value(), now.toString());
        return new QuarantineEntry(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                new RecordSource(said.partition(), said.offset(), now, Optional.empty(), Optional.of(value(held))),
                QuarantineReason.NO_EPISODE,
                loss.detail,
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
