package health.vigil.store;

import health.vigil.exchange.BusinessId;
import health.vigil.observation.Sender;
import health.vigil.store.SourceEntries.StoredRevision;
import java.util.List;
import java.util.Optional;

/// Reads the statements of other systems with all of their revisions.
public final class SourceHistories {
    private static final String FIND = """
            select key, sender, business_id, standing from source_entry
            where key between ? and ? and type = ? order by key limit 1
            """;

    /// The revision that stands, the one that was asked for, and of the others the newest.
    private static final String REVISIONS = """
            select * from source_revision where key = ?
            order by revision = ? desc, revision = ? desc, revision desc limit ?
            """;

    private static final String WAITING = """
            select sender from quarantine
            where state = 'open' and source_key between ? and ? limit 1
            """;

    public static final int MOST_REVISIONS = 100;

    /// A statement with its revisions.
    ///
    /// @param standing the number of the revision that stands; 0 if none does
    public record SourceHistory(Sender sender, BusinessId businessId, int standing, List<StoredRevision> revisions) {}

    private SourceHistories() {}

    private record EntryRow(String key, String sender, String businessId, int standing) {}

    /// The statement whose key begins with some digits.
    ///
    /// @param type the kind of source
    /// @param asked the number of a revision that is wanted, however old it is; 0 for none
    public static Optional<SourceHistory> of(Sql sql, String type, String digits, int asked) {
        return sql.first(
                        FIND,
                        row -> new EntryRow(
                                SourceEntries.hex(row, "key"), row.text("sender"), row.text("business_id"), (int)
                                        row.number("standing")),
                        SourceEntries.lowest(digits),
                        SourceEntries.highest(digits),
                        type)
                .map(entry -> new SourceHistory(
                        new Sender(entry.sender()),
                        new BusinessId(entry.businessId()),
                        entry.standing(),
                        sql.list(
                                REVISIONS,
                                SourceEntries::read,
                                SourceEntries.bytes(entry.key()),
                                entry.standing(),
                                asked,
                                MOST_REVISIONS)));
    }

    /// Who sent the statement whose key begins with some digits and of which a part waits in quarantine.
    public static Optional<Sender> waiting(Sql sql, String digits) {
        return sql.first(
                WAITING,
                row -> new Sender(row.text("sender")),
                SourceEntries.lowest(digits),
                SourceEntries.highest(digits));
    }
}
