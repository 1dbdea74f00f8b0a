package health.vigil.outbox;

import health.vigil.observation.PatientId;
import health.vigil.store.BoundDevices;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.StreamRecord;
import java.util.List;
import java.util.UUID;

/// What follows from the beginning of an episode, whoever admitted the patient.
public final class Admittances {
    private Admittances() {}

    /// Informs the monitor, and makes the timers of the patient due.
    public static void follow(Sql sql, UUID episode, PatientId patient) {
        Outbox.add(sql, patient, new StreamRecord.EpisodeAdmitted(episode, patient));
        Timers.makeDue(sql, Timers.CHECK, List.of(episode.toString()));
        Timers.makeDue(sql, Timers.DEVICE, BoundDevices.of(sql, patient));
    }
}
