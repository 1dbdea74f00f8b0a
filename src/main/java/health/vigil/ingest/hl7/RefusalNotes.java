package health.vigil.ingest.hl7;

import health.vigil.access.User;
import java.util.Optional;

/// Notes what is refused.
@FunctionalInterface
interface RefusalNotes {
    /// Notes a refusal.
    ///
    /// @param user the account of the sender; empty if nobody knows it
    /// @param address its network address
    /// @param reason as a sentence, without content of a message
    void note(Optional<User> user, String address, String reason);
}
