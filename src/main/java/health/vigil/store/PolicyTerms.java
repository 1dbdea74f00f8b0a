package health.vigil.store;

import health.vigil.grading.Policies;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which numbers of this rule set were in force since when. Those of other rule sets are not read: what was told by
/// them stands as it was told.
public final class PolicyTerms {
    /// In force since ever, unless other rules or other numbers were before.
    private static final String BEGIN = """
            insert into rules_in_force (since, rule_set, version, numbers)
            select case when exists (select from rules_in_force) or exists (select from policy_term)
                        then clock_timestamp() else to_timestamp(0) end, ?, ?, ?::jsonb
            where not exists (
                select from (select rule_set, version from rules_in_force order by since desc limit 1) as newest
                where newest.rule_set = ? and newest.version = ?)
            returning since
            """;

    private record Beginning(Instant since, Policy policy) {}

    private PolicyTerms() {}

    /// All terms so far.
    ///
    /// @param configured in force where none have begun yet
    public static Policies of(Sql sql, Policy configured) {
        var beginnings = sql.list(
                "select since, numbers from rules_in_force where rule_set = ? order by since",
                row -> new Beginning(row.instant("since"), StoredJson.read(row.text("numbers"), Policy.class)),
                Policy.RULE_SET);
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

    /// Puts the rule set and its numbers in force from now on, unless they are.
    ///
    /// @return since when they are in force; empty if they were already
    public static Optional<Instant> begin(Sql sql, Policy policy) {
        sql.update("lock table rules_in_force in share row exclusive mode");
        return sql.first(
                BEGIN,
                row -> row.instant("since"),
                Policy.RULE_SET,
                policy.version(),
                StoredJson.write(policy),
                Policy.RULE_SET,
                policy.version());
    }
}
