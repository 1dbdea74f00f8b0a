package health.vigil.outbox;

import health.vigil.observation.PatientId;
import health.vigil.store.AlertLog;
import health.vigil.store.PatientNumbers;
import health.vigil.store.Sql;
import health.vigil.store.Timers;
import health.vigil.stream.StreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What follows from the end of an episode, whoever ended it.
public final class Discharges {
    private Discharges() {}

    /// An episode that has ended.
    ///
    /// @param at when it ended
    /// @param by who ended it
    public record EndedEpisode(UUID id, PatientId patient, Instant at, String by) {}

    /// Ends the device bindings and the alerts of the stay, and looks at its checks a last time.
    ///
    /// @param now when it became known
    public static void follow(Sql sql, EndedEpisode ended, Instant now) {
        Timers.makeDue(sql, Timers.CHECK, List.of(ended.id().toString()));
        StayBindings.end(sql, ended.patient(), ended.at(), ended.by());
        AlertLog.endOfStay(sql, ended.id(), now);
        sort(sql, ended);
    }

    /// Episodes of several numbers may overlap. When one ends, some observations may belong to another.
    private static void sort(Sql sql, EndedEpisode ended) {
        var patient = ended.patient();
        if (PatientNumbers.of(sql, patient).all().size() > 1) {
            Outbox.add(sql, patient, new StreamRecord.EpisodeAdmitted(ended.id(), patient));
        }
    }
}
