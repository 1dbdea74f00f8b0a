package health.vigil.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// One revision of a statement, as far as the order of revisions is concerned.
///
/// @param replaces whether it replaces whatever stands, as a PUT does
/// @param issued when the sender made this report; absent if it does not say
/// @param effectiveAt the clinical time; absent for a withdrawal that names none
/// @param codes what it says something about
public record SourceRevision(
        StatementStatus status,
        boolean replaces,
        Optional<Instant> issued,
        Instant receivedAt,
        Optional<Instant> effectiveAt,
        Set<String> codes) {
    public SourceRevision {
        codes = Set.copyOf(codes);
    }

    /// What a revision does to the one that stands.
    public enum Precedence {
        /// It replaces it.
        REPLACES,
        /// It is an earlier report that arrives late.
        IS_EARLIER,
        /// It is neither: the key does not identify one statement.
        CONFLICTS
    }

    /// What this revision does to the one that stands under the same key.
    ///
    /// Which of the two is newer does not depend on the order of arrival if both say when they were issued.
    public Precedence on(SourceRevision standing) {
        if (isWithdrawal() || standing.isWithdrawal()) {
            return endsAfter(standing) ? Precedence.REPLACES : Precedence.IS_EARLIER;
        }
        boolean newer = isNewerThan(standing);
        return (newer ? mayReplace(standing) : standing.mayReplace(this))
                ? newer ? Precedence.REPLACES : Precedence.IS_EARLIER
                : Precedence.CONFLICTS;
    }

    public boolean isWithdrawal() {
        return status == StatementStatus.WITHDRAWN;
    }

    /// After a withdrawal only a report stands that says it was issued later. A withdrawal that says no time
    /// counts from its receipt.
    private boolean endsAfter(SourceRevision standing) {
        if (!standing.isWithdrawal()) {
            return standing.issued.filter(time()::isBefore).isEmpty();
        }
        return isWithdrawal()
                ? time().isAfter(standing.time())
                : issued.filter(standing.time()::isBefore).isPresent();
    }

    private Instant time() {
        return issued.orElse(receivedAt);
    }

    private boolean isNewerThan(SourceRevision standing) {
        boolean comparable = issued.isPresent() && standing.issued.isPresent() && !issued.equals(standing.issued);
        return comparable
                ? issued.get().isAfter(standing.issued.get())
                : replaces || status.rank() >= standing.status.rank();
    }

    /// Whether it revises an older one: it says so, or it is more final, or it is a later report of the same.
    private boolean mayReplace(SourceRevision older) {
        if (Collections.disjoint(codes, older.codes)) {
            return false;
        }
        return replaces || status.revises() || status.rank() > older.status.rank() || isLaterReportOf(older);
    }

    private boolean isLaterReportOf(SourceRevision older) {
        return effectiveAt.equals(older.effectiveAt)
                && issued.isPresent()
                && older.issued.filter(issued.get()::isAfter).isPresent();
    }
}
