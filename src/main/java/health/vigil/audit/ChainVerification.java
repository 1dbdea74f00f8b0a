package health.vigil.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/// The result of verifying the audit chain.
///
/// @param intact whether nothing was changed
/// @param head the last valid link, as `position:hash`
/// @param number the entry that was changed, removed or inserted
/// @param detail an explanation
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChainVerification(boolean intact, String head, Optional<Long> number, String detail) {
    static ChainVerification intact(AuditLink head) {
        return new ChainVerification(true, head.head(), Optional.empty(), "No entry was changed");
    }

    static ChainVerification altered(AuditLink head, long number) {
        return broken(head, number, "This entry was changed or removed after it was written");
    }

    static ChainVerification inserted(AuditLink head, long number) {
        return broken(head, number, "This entry was not written by the service");
    }

    static ChainVerification truncated(AuditLink head) {
        return new ChainVerification(
                false, head.head(), Optional.empty(), "The head you kept is not in the chain: its end was cut off");
    }

    private static ChainVerification broken(AuditLink head, long number, String detail) {
        return new ChainVerification(false, head.head(), Optional.of(number), detail);
    }
}
