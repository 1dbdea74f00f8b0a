package health.vigil.store;

import health.vigil.grading.Policies;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which numbers were in force since when.
public final class PolicyTerms {
    private static final String BEGIN = "insert into policy_term (since, version, numbers)"
            + " select case when exists (select from policy_term) then clock_timestamp() else to_timestamp(0) end, ?, ?::jsonb"
            + " where ? is distinct from (select version from policy_term order by since desc limit 1) returning since";

    private record Beginning(Instant since, Policy policy) {}

    private PolicyTerms() {}

    /// All terms so far.
    ///
    /// @param configured in force where none have begun yet
    public static Policies of(Sql sql, Policy configured) {
        var beginnings = sql.list(
                "select since, numbers from policy_term order by since",
                row -> new Beginning(row.instant("since"), StoredJson.read(row.text("numbers"), Policy.class)));
        return beginnings.isEmpty() ? Policies.always(configured) : terms(beginnings);
    }

    private static Policies terms(List<Beginning> beginnings) {
        var terms = new ArrayList<Term>();
        for (int i = 0; i < beginnings.size(); i++) {
            var begun = beginnings.get(i);
            var until = i + 1 < beginnings.size() ? beginnings.get(i + 1).since() : Instant.MAX;
            terms.add(new Term(begun.policy(), begun.since(), until));
        }
        return new Policies(terms);
    }

    /// Puts numbers in force from now on, unless they are.
    ///
    /// @return since when they are in force; empty if they were already
    public static Optional<Instant> begin(Sql sql, Policy policy) {
        sql.update("lock table policy_term in share row exclusive mode");
        return sql.first(
                BEGIN, row -> row.instant("since"), policy.version(), StoredJson.write(policy), policy.version());
    }
}
