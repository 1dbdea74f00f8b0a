package health.vigil.store;

import java.time.Instant;

/// The tokens that are accepted once and were used: those of EHRs, and those that bind subscriptions to a websocket.
public final class UsedTokens {
    /// Expired ones are deleted some at a time; two calls never wait for each other. The database's clock may
    /// differ from that of a process, so they are kept for another hour.
    private static final String FORGET = """
            delete from cds_token where (client, id) in (
                select client, id from cds_token where expires_at < clock_timestamp() - interval '1 hour'
                order by expires_at limit 100 for update skip locked)
            """;

    private static final String USE = """
            insert into cds_token (client, id, expires_at) values (?, ?, ?) on conflict do nothing
            """;

    private UsedTokens() {}

    /// Uses a token up; returns false if it was used before.
    ///
    /// @param issuer the name of the EHR, or what else its id is unique for
    public static boolean use(Sql sql, String issuer, String id, Instant expiresAt) {
        sql.update(FORGET);
        return sql.update(USE, issuer, id, expiresAt) == 1;
    }
}
