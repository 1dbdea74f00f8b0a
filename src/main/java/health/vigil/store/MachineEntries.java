package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What machines post, in the audit trail. Whatever else is in it, `access` writes.
public final class MachineEntries {
    private static final String NOBODY = "-";
    private static final int ACCEPTED = 202;

    /// Which machine posted something about whom, and from where.
    ///
    /// @param account who it says it is; absent where it says nothing
    /// @param patient absent where the device was bound to nobody
    /// @param address absent where it was written to the stream without ingest
    public record MachineEntry(
            Optional<String> account, Optional<String> role, Optional<PatientId> patient, Optional<String> address) {
        private String action() {
            return address.isPresent() ? "POST /v1/observations" : "vigil.observations";
        }
    }

    private MachineEntries() {}

    public static void append(Sql sql, Instant at, List<MachineEntry> posts) {
        if (posts.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into audit (at, actor, role, action, patient_id, source, outcome)
                select ?, actor, role, action, patient_id, source, ?
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as post (actor, role, action, patient_id, source)
                """,
                at,
                ACCEPTED,
                Column.texts(posts, post -> post.account().orElse(NOBODY)),
                Column.of("text", posts, MachineEntry::role),
                Column.texts(posts, MachineEntry::action),
                Column.of("text", posts, post -> post.patient().map(PatientId::value)),
                Column.texts(posts, post -> post.address().orElse(NOBODY)));
    }
}
