package health.vigil.grading;

import java.time.Instant;
import java.util.List;

/// The policies that were in force, one after another. A grade is judged by the policy of its own time, and a
/// change caused by a new policy is recorded as such.
///
/// @param terms in order of time, each beginning where the one before it ends
public record Policies(List<Term> terms) {
    /// The term of a policy: how long it was in force.
    ///
    /// @param until exclusive; {@link Instant#MAX} while it is in force
    public record Term(Policy policy, Instant from, Instant until) {
        /// Whether a history from an instant on needs this term. If a term begins at that instant, the term
        /// before it is needed, too.
        boolean reaches(Instant since) {
            return !until.isBefore(since);
        }
    }

    public Policies {
        terms = List.copyOf(terms);
    }

    /// One policy from the beginning.
    public static Policies always(Policy policy) {
        return new Policies(List.of(new Term(policy, Instant.EPOCH, Instant.MAX)));
    }

    /// The policy in force at an instant; before the first term, the first one.
    public Policy at(Instant instant) {
        return terms.stream()
                .filter(term -> instant.isBefore(term.until()))
                .findFirst()
                .orElse(newest())
                .policy();
    }

    public Term newest() {
        return terms.getLast();
    }

    /// The terms that a history from an instant on needs.
    public List<Term> reaching(Instant since) {
        return terms.stream().filter(term -> term.reaches(since)).toList();
    }

    /// Since when the rule set has been in force; earlier grades come from other rules. {@link Instant#EPOCH} if
    /// there were none.
    public Instant rulesSince() {
        return terms.getFirst().from();
    }

    /// Whether another policy came into force at an instant.
    public boolean turnsAt(Instant instant) {
        return terms.stream().skip(1).anyMatch(term -> term.from().equals(instant));
    }
}
