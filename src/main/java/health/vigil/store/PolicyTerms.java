package health.vigil.store;

import health.vigil.grading.Policies;
import health.vigil.grading.Policies.Term;
import health.vigil.grading.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The terms in which policies of this rule set were in force. Terms of other rule sets are not read, because
/// grades given by them stay as they are.
public final class PolicyTerms {
    /// The first policy is in force from the beginning, unless another rule set or policy came before.
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
    /// @param configured the policy in force if no term has begun
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

    /// Whether no other rule set and no other policy has come into force after an instant.
    static boolean unchangedSince(Sql sql, Instant instant) {
        return sql.first(
                        "select since from rules_in_force where since > ? limit 1",
                        row -> row.instant("since"),
                        instant)
                .isEmpty();
    }

    /// Puts the rule set and its policy in force from now on.
    ///
    /// @return since when they are in force; empty if they already were
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
