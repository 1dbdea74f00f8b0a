package health.vigil.grading;

import java.time.Instant;
import java.util.List;

/// The numbers that were in force, one after another: a grade is judged by those of its own time, and a change of them
/// is told as such.
///
/// @param terms in order of time, each beginning where the one before it ends
public record Policies(List<Term> terms) {
    /// How long some numbers were in force.
    ///
    /// @param until not included; {@link Instant#MAX} while they are in force
    public record Term(Policy policy, Instant from, Instant until) {
        /// Whether a history that is told from an instant on has to know of this term: where a term begins at that
        /// instant, what went before it counts too.
        boolean reaches(Instant since) {
            return !until.isBefore(since);
        }
    }

    public Policies {
        terms = List.copyOf(terms);
    }

    /// One policy since ever.
    public static Policies always(Policy policy) {
        return new Policies(List.of(new Term(policy, Instant.EPOCH, Instant.MAX)));
    }

    /// Those in force at an instant; before the first, the first.
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

    /// The terms that a history from an instant on was lived under.
    public List<Term> reaching(Instant since) {
        return terms.stream().filter(term -> term.reaches(since)).toList();
    }

    /// Since when the rule set has been in force: what was told before was told by other rules. {@link Instant#EPOCH}
    /// where there were none.
    public Instant rulesSince() {
        return terms.getFirst().from();
    }

    /// Whether other numbers came into force at an instant.
    public boolean turnsAt(Instant instant) {
        return terms.stream().skip(1).anyMatch(term -> term.from().equals(instant));
    }
}
