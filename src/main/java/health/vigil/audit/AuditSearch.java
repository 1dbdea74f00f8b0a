package health.vigil.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/// Finds audit entries, newest first.
@ApplicationScoped
class AuditSearch {
    static final int PAGE = 100;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

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
        static Item of(AuditRow row) {
            var entry = row.entry();
            return new Item(
                    row.number,
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

    @Transactional
    List<Item> find(Criteria query) {
        var conditions = new ArrayList<>(List.of("1 = 1"));
        var values = new HashMap<String, Object>();
        query.patientId().ifPresent(id -> about(conditions, values, storable("patientId", id)));
        query.actor().ifPresent(name -> add(conditions, values, "actor = :actor", storable("actor", name)));
        query.from().ifPresent(from -> add(conditions, values, "at >= :from", instant("from", from)));
        query.to().ifPresent(to -> add(conditions, values, "at < :to", instant("to", to)));
        query.cursor().ifPresent(cursor -> add(conditions, values, "number < :cursor", number(cursor)));
        PanacheQuery<AuditRow> found =
                AuditRow.find(String.join(" and ", conditions), Sort.descending("number"), values);
        return found.page(0, PAGE).stream().map(Item::of).toList();
    }

    /// Finds the patient also among several.
    private static void about(List<String> conditions, Map<String, Object> values, String patient) {
        conditions.add("(patientId = :patientId or array_contains(shown, :patientId))");
        values.put("patientId", patient);
    }

    private static void add(List<String> conditions, Map<String, Object> values, String condition, Object value) {
        conditions.add(condition);
        values.put(condition.substring(condition.indexOf(':') + 1), value);
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
