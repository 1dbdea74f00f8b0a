package health.vigil.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The right to replace a version of a statement. Of those who expect the same version to stand, one gets it.
///
/// It is claimed before Kafka gets the new version, because the monitor stores that one only some time later.
public final class VersionClaims {
    /// Whoever claimed a version and sent nothing for this long sends nothing any more: Kafka has acknowledged it, or
    /// refused it.
    private static final int SECONDS = 60;

    private static final String CLAIM = """
            update source_entry e
            set claimed_version = c.version, claimed_token = c.token, claimed_at = clock_timestamp()
            from (select key from source_entry where key = any(?) order by key for update) locked
                join unnest(?::bytea[], ?::int[], ?::bytea[]) as c (key, version, token) on c.key = locked.key
            where e.key = c.key and e.standing = c.version
                and (e.claimed_version is distinct from c.version or e.claimed_token = c.token
                    or e.claimed_at < clock_timestamp() - make_interval(secs => ?))
            returning e.key
            """;

    private VersionClaims() {}

    /// Somebody who wants to replace a version.
    ///
    /// @param key of the statement, in hexadecimal digits
    /// @param version the one that stands
    /// @param token of the revision that is to replace it, in hexadecimal digits
    public record VersionClaim(String key, int version, String token) {}

    /// The claims that hold. Each key occurs once.
    public static Set<VersionClaim> claim(Sql sql, List<VersionClaim> claims) {
        var keys = Column.bytes(claims, claim -> SourceEntries.bytes(claim.key()));
        var held = sql.list(
                CLAIM,
                row -> SourceEntries.hex(row, "key"),
                keys,
                keys,
                Column.of("int", claims, VersionClaim::version),
                Column.bytes(claims, claim -> SourceEntries.bytes(claim.token())),
                SECONDS);
        return claims.stream().filter(claim -> held.contains(claim.key())).collect(Collectors.toSet());
    }
}
