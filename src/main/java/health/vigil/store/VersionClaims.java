package health.vigil.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The right to replace a version of a statement. Of those who expect the same version to stand, one gets it.
///
/// It is claimed before Kafka gets the new version, because the monitor stores that one only some time later.
public final class VersionClaims {
    /// Whoever claimed a version and has not heard from Kafka for this long will not.
    private static final int UNTIL_SENT = 60;

    /// What Kafka has is stored by then, or waits for a person.
    private static final int UNTIL_STORED = 600;

    private static final String CLAIM = """
            update source_entry e
            set claimed_version = c.version, claimed_token = c.token, claimed_at = clock_timestamp()
            from (select key from source_entry where key = any(?) order by key for update) locked
                join unnest(?::bytea[], ?::int[], ?::bytea[]) as c (key, version, token) on c.key = locked.key
            where e.key = c.key and e.standing = c.version
                and (e.claimed_version is distinct from c.version or e.claimed_token = c.token
                    or e.claimed_at < clock_timestamp() - make_interval(secs => ?))
            returning e.key, e.claimed_token
            """;

    private static final String KEEP = """
            update source_entry e set claimed_at = clock_timestamp() + make_interval(secs => ?)
            from (select key from source_entry where key = any(?) order by key for update) locked
                join unnest(?::bytea[], ?::bytea[]) as c (key, token) on c.key = locked.key
            where e.key = c.key and e.claimed_token = c.token
            """;

    private VersionClaims() {}

    /// Somebody who wants to replace a version.
    ///
    /// @param key of the statement, in hexadecimal digits
    /// @param version the one that stands
    /// @param token of the revision that is to replace it, in hexadecimal digits
    public record VersionClaim(String key, int version, String token) {}

    /// The claims that hold until they are sent.
    public static Set<VersionClaim> claim(Sql sql, List<VersionClaim> claims) {
        var keys = Column.bytes(claims, claim -> SourceEntries.bytes(claim.key()));
        var held = sql.list(
                CLAIM,
                row -> SourceEntries.hex(row, "key") + SourceEntries.hex(row, "claimed_token"),
                keys,
                keys,
                Column.of("int", claims, VersionClaim::version),
                Column.bytes(claims, claim -> SourceEntries.bytes(claim.token())),
                UNTIL_SENT);
        return claims.stream()
                .filter(claim -> held.contains(claim.key() + claim.token()))
                .collect(Collectors.toSet());
    }

    /// Keeps claims until what was sent is stored: the monitor may be behind.
    public static void keep(Sql sql, List<VersionClaim> claims) {
        var keys = Column.bytes(claims, claim -> SourceEntries.bytes(claim.key()));
        sql.update(
                KEEP,
                UNTIL_STORED - UNTIL_SENT,
                keys,
                keys,
                Column.bytes(claims, claim -> SourceEntries.bytes(claim.token())));
    }
}
