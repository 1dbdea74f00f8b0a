package health.vigil.audit;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the entries of the audit trail.
@ApplicationScoped
public class AuditEntries {
    /// Which entries are wanted; what is absent does not limit them.
    ///
    /// @param patient whom they are about, alone or among others
    /// @param from inclusive
    /// @param until exclusive
    /// @param actions empty for all
    public record WantedEntries(
            Optional<String> patient,
            Optional<String> actor,
            Optional<Instant> from,
            Optional<Instant> until,
            Set<AuditAction> actions,
            Optional<Set<Long>> numbers,
            boolean newestFirst) {}

    /// An entry with its number, in the order in which they were written.
    public record NumberedEntry(long number, AuditEntry entry) {}

    /// The entries after another one.
    ///
    /// @param after the number of the other one; absent for the first ones
    @Transactional
    public List<NumberedEntry> page(WantedEntries wanted, OptionalLong after, int most) {
        var conditions = new ArrayList<>(List.of("1 = 1"));
        var values = new HashMap<String, Object>();
        wanted.patient().ifPresent(id -> {
            // The patient may also be among several.
            conditions.add("(patientId = :patientId or array_contains(shown, :patientId))");
            values.put("patientId", id);
        });
        wanted.actor().ifPresent(name -> add(conditions, values, "actor = :actor", name));
        wanted.from().ifPresent(from -> add(conditions, values, "at >= :from", from));
        wanted.until().ifPresent(until -> add(conditions, values, "at < :until", until));
        if (!wanted.actions().isEmpty()) {
            conditions.add(wanted.actions().stream()
                    .map(action -> "(" + action.condition() + ")")
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        wanted.numbers().ifPresent(numbers -> add(conditions, values, "number in :numbers", numbers));
        after.ifPresent(number ->
                add(conditions, values, wanted.newestFirst() ? "number < :after" : "number > :after", number));
        var order = wanted.newestFirst() ? Sort.descending("number") : Sort.ascending("number");
        return AuditRow.<AuditRow>find(String.join(" and ", conditions), order, values).page(0, most).stream()
                .map(AuditEntries::numbered)
                .toList();
    }

    /// The entry with a number.
    @Transactional
    public Optional<NumberedEntry> one(long number) {
        return AuditRow.<AuditRow>findByIdOptional(number).map(AuditEntries::numbered);
    }

    private static NumberedEntry numbered(AuditRow row) {
        return new NumberedEntry(row.number, row.entry());
    }

    private static void add(List<String> conditions, Map<String, Object> values, String condition, Object value) {
        conditions.add(condition);
        values.put(condition.substring(condition.indexOf(':') + 1), value);
    }
}
