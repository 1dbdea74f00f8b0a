package health.vigil.ingest.exchange;

import health.vigil.exchange.SourceKey;
import health.vigil.ingest.GroupedLookup;
import health.vigil.observation.Sender;
import health.vigil.store.Database;
import health.vigil.store.DatabaseFailure;
import health.vigil.store.SourceEntries;
import health.vigil.store.SourceEntries.KnownSource;
import health.vigil.store.SourceEntries.PutId;
import health.vigil.store.VersionClaims;
import health.vigil.store.VersionClaims.VersionClaim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Asks the database what is known of statements. The monitor decides in the end.
@ApplicationScoped
class KnownSources {
    private static final Logger LOG = Logger.getLogger(KnownSources.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Database database;
    private final GroupedLookup<String, Map<String, KnownSource>> grouped = new GroupedLookup<>(this::ofKeys);

    KnownSources(Database database) {
        this.database = database;
    }

    /// What is known of some statements, by key. Empty if the database cannot be reached and one of them may be a
    /// revision. Without the database first reports are taken.
    Optional<Map<String, KnownSource>> ofReports(List<SentStatement> statements) {
        var keys = statements.stream()
                .filter(SentStatement::isKept)
                .map(sent -> sent.statement().key().hex())
                .toList();
        if (keys.isEmpty()) {
            return Optional.of(Map.of());
        }
        try {
            return Optional.of(grouped.about(keys));
        } catch (DatabaseFailure unreachable) {
            return statements.stream().anyMatch(SentStatement::mayRevise) ? Optional.empty() : Optional.of(Map.of());
        }
    }

    /// What is known of some keys, by their hexadecimal digits.
    Map<String, KnownSource> of(Collection<SourceKey> keys) {
        return keys.isEmpty()
                ? Map.of()
                : ofKeys(keys.stream().map(SourceKey::hex).toList());
    }

    private Map<String, KnownSource> ofKeys(List<String> keys) {
        return database.ask(PATIENCE, sql -> SourceEntries.known(sql, keys));
    }

    /// Claims the right to replace versions. Returns the claims that hold.
    Set<VersionClaim> claim(List<VersionClaim> claims) {
        return claims.isEmpty() ? Set.of() : database.ask(PATIENCE, sql -> VersionClaims.claim(sql, claims));
    }

    /// Keeps claims for what was sent. Without the database they end sooner.
    void keep(List<VersionClaim> claims) {
        if (!claims.isEmpty()) {
            try {
                database.ask(PATIENCE, sql -> {
                    VersionClaims.keep(sql, claims);
                    return claims;
                });
            } catch (DatabaseFailure unreachable) {
                LOG.debugf("Claims of versions end soon: %s", unreachable.getMessage());
            }
        }
    }

    List<SourceKey> find(Sender sender, Collection<String> fhirIds) {
        var digits =
                fhirIds.stream().flatMap(id -> SourceKey.digits(id).stream()).collect(Collectors.toSet());
        return digits.isEmpty() ? List.of() : database.ask(PATIENCE, sql -> SourceEntries.find(sql, sender, digits));
    }

    Map<PutId, SourceKey> findPut(Sender sender, Collection<PutId> ids) {
        return ids.isEmpty() ? Map.of() : database.ask(PATIENCE, sql -> SourceEntries.findPut(sql, sender, ids));
    }
}
