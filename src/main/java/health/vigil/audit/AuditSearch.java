package health.vigil.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.audit.AuditEntries.NumberedEntry;
import health.vigil.audit.AuditEntries.WantedEntries;
import health.vigil.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;

/// Finds audit entries, newest first.
@ApplicationScoped
class AuditSearch {
    static final int PAGE = 100;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final AuditEntries entries;

    AuditSearch(AuditEntries entries) {
        this.entries = entries;
    }

    /// @param cursor the page starts before this number
    record Criteria(
            @RestQuery Optional<String> patientId,
            @RestQuery Optional<String> actor,
            @RestQuery Optional<String> from,
            @RestQuery Optional<String> to,
            @RestQuery Optional<String> cursor) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Item(
            long number,
            Instant at,
            String actor,
            Optional<String> role,
            String action,
            Optional<String> patientId,
            Optional<List<String>> shown,
            String source,
            int outcome,
            Optional<String> reason) {
        static Item of(NumberedEntry numbered) {
            var entry = numbered.entry();
            return new Item(
                    numbered.number(),
                    entry.at(),
                    entry.actor(),
                    entry.role(),
                    entry.action(),
                    entry.patientId(),
                    Optional.of(entry.shown()).filter(shown -> !shown.isEmpty()),
                    entry.source(),
                    entry.outcome(),
                    entry.reason());
        }
    }

    List<Item> find(Criteria query) {
        var wanted = new WantedEntries(
                query.patientId().map(id -> storable("patientId", id)),
                query.actor().map(name -> storable("actor", name)),
                query.from().map(from -> instant("from", from)),
                query.to().map(to -> instant("to", to)),
                Set.of(),
                Optional.empty(),
                true);
        var after =
                query.cursor().map(AuditSearch::number).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return entries.page(wanted, after, PAGE).stream().map(Item::of).toList();
    }

    private static Instant instant(String field, String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw ProblemException.invalid(field, "must be in the years 1 to 9999");
            }
            return instant;
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(field, "must be an RFC 3339 time with an offset");
        }
    }

    /// Rejects text that PostgreSQL cannot store, because no entry can contain it.
    private static String storable(String field, String text) {
        if (text.indexOf(0) >= 0) {
            throw ProblemException.invalid(field, "must not contain the character NUL");
        }
        return text;
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw ProblemException.invalid("cursor", "must be a cursor of this list");
        }
    }
}
