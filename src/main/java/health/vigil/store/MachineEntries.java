package health.vigil.store;

import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes audit entries about what machines post, and about what the monitor does because of it. All other audit
/// entries are written by `audit`.
public final class MachineEntries {
    private static final String NOBODY = "-";
    private static final int ACCEPTED = 202;
    private static final int DONE = 200;

    /// A machine posted about a patient.
    ///
    /// @param account the account it gave; absent if it gave none
    /// @param patient absent if the device was not bound
    /// @param address absent if it was written to the topic without ingest
    public record MachineEntry(
            Optional<String> account, Optional<String> role, Optional<PatientId> patient, Optional<String> address) {
        private String action() {
            return address.isPresent() ? "POST /v1/observations" : "vigil.observations";
        }
    }

    /// A change that another system has caused, as the same change by a person would be recorded.
    ///
    /// @param actor the account of the system
    /// @param address its network address
    public record MachineAct(String actor, String action, PatientId patient, String address, String reason) {}

    private MachineEntries() {}

    public static void append(Sql sql, Instant at, MachineAct act) {
        sql.update("""
                insert into audit (at, actor, action, patient_id, source, outcome, reason) values (?, ?, ?, ?, ?, ?, ?)
                """, at, act.actor(), act.action(), act.patient().value(), act.address(), DONE, act.reason());
    }

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
