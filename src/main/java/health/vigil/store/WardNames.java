package health.vigil.store;

import java.util.List;
import java.util.Optional;

/// Reads the names of wards from admissions.
public final class WardNames {
    private WardNames() {}

    /// The wards with active episodes.
    public static List<String> occupied(Sql sql) {
        return sql.list(
                "select distinct ward from episode where status = 'active' order by ward", row -> row.text("ward"));
    }

    /// The name as written in the first admission to the ward.
    ///
    /// @param key the key of the ward's name
    public static Optional<String> first(Sql sql, String key) {
        return sql.first(
                "select ward from episode where ward_fold(ward) = ? order by admitted_at limit 1",
                row -> row.text("ward"),
                key);
    }
}
