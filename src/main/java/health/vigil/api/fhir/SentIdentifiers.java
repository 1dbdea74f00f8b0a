package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.access.Role;
import health.vigil.exchange.BusinessId;
import health.vigil.exchange.SourceKey;
import health.vigil.fhirread.StatementReader;
import health.vigil.fhirread.StatementReader.ReadVersion;
import health.vigil.observation.Sender;
import health.vigil.store.Database;
import health.vigil.store.ExchangeSenders;
import health.vigil.store.ExchangeSenders.KnownSender;
import health.vigil.store.FhirObservations.FhirRow;
import health.vigil.store.SourceEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/// Finds what other systems reported by the identifiers that they gave it. Another system finds only what it sent.
@ApplicationScoped
class SentIdentifiers {
    private final Database database;
    private final StatementReader statements;
    private final CurrentUser user;

    SentIdentifiers(Database database, StatementReader statements, CurrentUser user) {
        this.database = database;
        this.statements = statements;
        this.user = user;
    }

    /// The observations that stand for a resource with one of some identifiers, or those that did before it was
    /// withdrawn. A token without a system finds none.
    ///
    /// @param type of the resource
    Stream<FhirRow> rows(String type, List<SearchToken> identifiers) {
        var keys = identifiers.stream()
                .flatMap(token -> token.system().stream().map(system -> BusinessId.identifier(system, token.code())))
                .flatMap(id -> senders().stream().map(sender -> new SourceKey(sender, type, id)))
                .toList();
        var known = database.read(sql ->
                SourceEntries.known(sql, keys.stream().map(SourceKey::hex).toList()));
        return keys.stream()
                .filter(key -> known.containsKey(key.hex()))
                .flatMap(key -> statements.read(type, key.fhirId(), 0).stream())
                .flatMap(statement -> {
                    var versions = statement.versions();
                    var standing = versions.stream()
                            .filter(ReadVersion::stands)
                            .flatMap(version -> version.rows().stream())
                            .toList();
                    return standing.isEmpty()
                            ? versions.stream().flatMap(version -> version.rows().stream())
                            : standing.stream();
                });
    }

    private List<Sender> senders() {
        return user.role() == Role.INTEGRATION
                ? List.of(new Sender(user.username()))
                : database.read(ExchangeSenders::all).stream()
                        .map(KnownSender::sender)
                        .distinct()
                        .map(Sender::new)
                        .toList();
    }
}
