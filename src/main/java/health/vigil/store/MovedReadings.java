package health.vigil.store;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Moves readings after the binding of their device was corrected: those stored for the wrong patient, and
/// those in quarantine that now have a patient.
public final class MovedReadings {
    private static final String MISPLACED = """
            select o.id, o.sender, o.patient_id, o.effective_at, o.received_at, o.kind, o.content, o.device_id,
                o.entered_by, o.entered_from, b.patient_id as belongs_to, c.target_id as corrects
            from observation o
                left join device_binding b on b.device_id = o.device_id and b.valid @> o.effective_at
                left join lateral (
                    select target_id from retraction where retraction_id = o.id and sender = o.sender limit 1) c on true
            where o.patient_id = ? and o.effective_at >= ? and o.device_id = ? and o.retracted_at is null
                and o.kind <> 'retraction' and b.patient_id is distinct from o.patient_id
            order by o.effective_at, o.id, o.sender
            """;

    private static final String LEAVE = """
            update observation o set retracted_at = ?, moved_at = ?
            from unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[]) as gone (patient_id, effective_at, id, sender)
            where o.patient_id = gone.patient_id and o.effective_at = gone.effective_at and o.id = gone.id and o.sender = gone.sender
                and o.moved_at is null
            """;

    private static final String WAITING = """
            select q.id, q.value, q.sealed, b.patient_id
            from quarantine q
                join known_observation k on k.id = q.observation_id and k.sender = q.sender
                join device_binding b on b.device_id = q.device_id and b.valid @> k.effective_at
            where q.state = 'open' and q.reason = ? and q.device_id = ? and k.effective_at >= ?
            order by k.effective_at, q.id for update of q
            """;

    private static final String RELEASE = """
            update quarantine
            set state = 'released', settled_by = 'monitor', settled_at = clock_timestamp(),
                note = 'Its device was bound'
            where id = any(?::uuid[])
            """;

    /// A reading that is stored for the wrong patient.
    ///
    /// @param belongsTo absent if its device was not bound then
    public record MovedReading(
            Observation observation,
            Submission submission,
            Optional<String> enteredBy,
            Optional<String> enteredFrom,
            Optional<PatientId> belongsTo) {}

    /// A reading in quarantine whose patient is known now.
    public record WaitingReading(UUID entry, String value, PatientId patient) {}

    private MovedReadings() {}

    /// The readings of a device that are stored for the patient from a time on and should not be.
    public static List<MovedReading> misplaced(Sql sql, PatientId patient, DeviceId device, Instant from) {
        return sql.list(MISPLACED, MovedReadings::read, patient.value(), from, device.value());
    }

    private static MovedReading read(ResultRow row) {
        var observation = Observations.read(row);
        var sender = new Sender(row.text("sender"));
        return new MovedReading(
                observation,
                new Submission(
                        observation.id(),
                        new Subject.ByDevice(new DeviceId(row.text("device_id"))),
                        observation.effectiveAt(),
                        observation.content(),
                        row.optionalText("corrects").map(id -> new ObservationId(sender, id))),
                row.optionalText("entered_by"),
                row.optionalText("entered_from"),
                row.optionalText("belongs_to").map(PatientId::new));
    }

    /// Withdraws readings from their patients. Earlier knowledge keeps them.
    public static void leave(Sql sql, List<MovedReading> moved, Instant at) {
        withdraw(sql, moved.stream().map(MovedReading::observation).toList(), at);
    }

    /// Withdraws any observations in the same way.
    public static void withdraw(Sql sql, List<Observation> moved, Instant at) {
        sql.update(
                LEAVE,
                at,
                at,
                Column.texts(moved, each -> each.patientId().value()),
                Column.of("timestamptz", moved, Observation::effectiveAt),
                Column.texts(moved, each -> each.id().value()),
                Column.texts(moved, each -> each.id().sender().name()));
    }

    /// Takes the readings of a device whose patient is known now out of quarantine.
    public static List<WaitingReading> takeWaiting(Sql sql, DeviceId device, Instant from) {
        var seal = Seal.configured();
        var waiting = sql.list(
                WAITING,
                row -> new WaitingReading(
                        row.uuid("id"), Quarantine.text(row, seal), new PatientId(row.text("patient_id"))),
                QuarantineReason.UNBOUND_DEVICE,
                device.value(),
                from);
        sql.update(RELEASE, Column.of("uuid", waiting, WaitingReading::entry));
        return waiting;
    }
}
