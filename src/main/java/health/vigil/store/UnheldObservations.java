package health.vigil.store;

import health.vigil.intake.Subject;
import health.vigil.intake.Submission;
import health.vigil.observation.DeviceId;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.observation.Sender;
import java.util.List;
import java.util.Optional;

/// Reads observations of a patient who no longer has an episode.
public final class UnheldObservations {
    private static final String OF_PATIENT = """
            select o.id, o.sender, o.patient_id, o.effective_at, o.received_at, o.kind, o.content, o.device_id,
                o.entered_by, o.entered_from, c.target_id as corrects, c.entered_role
            from observation o
                left join lateral (select target_id, entered_role from retraction
                    where retraction_id = o.id and sender = o.sender limit 1) c on true
            where o.patient_id = any((select numbers_of(?))::text[]) and o.retracted_at is null and o.kind <> 'retraction'
            order by o.effective_at, o.id, o.sender limit 2000
            """;

    /// An observation as sent.
    ///
    /// @param enteredRole known for a correction of another observation
    public record UnheldObservation(
            Observation observation,
            Submission submission,
            Optional<String> enteredBy,
            Optional<String> enteredRole,
            Optional<String> enteredFrom) {}

    private UnheldObservations() {}

    /// Some of a patient's observations that are not retracted, under any number.
    public static List<UnheldObservation> of(Sql sql, PatientId patient) {
        return sql.list(OF_PATIENT, UnheldObservations::read, patient.value());
    }

    private static UnheldObservation read(ResultRow row) {
        var observation = Observations.read(row);
        var sender = new Sender(row.text("sender"));
        var submission = new Submission(
                observation.id(),
                row.optionalText("device_id")
                        .<Subject>map(device -> new Subject.ByDevice(new DeviceId(device)))
                        .orElseGet(() -> new Subject.ByPatient(observation.patientId())),
                observation.effectiveAt(),
                observation.content(),
                row.optionalText("corrects").map(id -> new ObservationId(sender, id)));
        return new UnheldObservation(
                observation,
                submission,
                row.optionalText("entered_by"),
                row.optionalText("entered_role"),
                row.optionalText("entered_from"));
    }
}
