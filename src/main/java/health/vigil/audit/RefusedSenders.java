package health.vigil.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Records what was refused outside of HTTP: [AuditFilter] sees only requests. Like there, a budget limits the
/// entries.
@Singleton
public class RefusedSenders {
    private static final Logger LOG = Logger.getLogger(RefusedSenders.class);
    private static final String NOBODY = "-";
    private static final int FORBIDDEN = 403;

    private final AuditWriter writer;
    private final RefusalBudget budget;

    RefusedSenders(AuditWriter writer, RefusalBudget budget) {
        this.writer = writer;
        this.budget = budget;
    }

    /// Records the refusal of a sender that nobody knows. It does not wait for the database.
    ///
    /// @param action what was refused, for instance `MLLP`
    /// @param source the sender's network address
    /// @param reason as a sentence, without content of the message
    public void unknown(String action, String source, String reason) {
        if (budget.allowsNobody(source)) {
            write(NOBODY, Optional.empty(), action, source, reason);
        }
    }

    /// The same of a sender with an account.
    public void known(String account, String role, String action, String source, String reason) {
        if (budget.allows(account)) {
            write(account, Optional.of(role), action, source, reason);
        }
    }

    private void write(String actor, Optional<String> role, String action, String source, String reason) {
        var entry = new AuditEntry(
                Instant.now(),
                actor,
                role,
                action,
                Optional.empty(),
                List.of(),
                source,
                FORBIDDEN,
                Optional.of(reason));
        var _ = writer.write(entry).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.error("A refused sender is not in the audit trail, which could not be written");
            }
        });
    }
}
