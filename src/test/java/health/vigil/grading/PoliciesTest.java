package health.vigil.grading;

import health.vigil.grading.Policies.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Which policy is in force at which time.
class PoliciesTest {
    private static final Instant TURN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant JUST_BEFORE = TURN.minus(Story.STEP);

    private static final Policy OTHER = other();

    private final Policies policies =
            new Policies(List.of(new Term(Policy.DEFAULT, Instant.EPOCH, TURN), new Term(OTHER, TURN, Instant.MAX)));

    private static Policy other() {
        var numbers = new PolicyTest.Numbers();
        numbers.feverThreshold = numbers.feverThreshold.add(BigDecimal.ONE);
        return numbers.policy();
    }

    @Test
    void numbersHoldUntilTheNextBegin() {
        assertThat(policies.at(Instant.EPOCH.minusSeconds(1))).isEqualTo(Policy.DEFAULT);
        assertThat(policies.at(JUST_BEFORE)).isEqualTo(Policy.DEFAULT);
        assertThat(policies.at(TURN)).isEqualTo(OTHER);
        assertThat(policies.at(Instant.MAX)).isEqualTo(OTHER);
        assertThat(policies.newest().policy()).isEqualTo(OTHER);
    }

    @Test
    void aHistoryFromATurnOnKnowsWhatWentBefore() {
        assertThat(policies.reaching(JUST_BEFORE).size()).isEqualTo(2);
        assertThat(policies.reaching(TURN).size()).isEqualTo(2);
        assertThat(policies.reaching(TURN.plus(Story.STEP))).containsExactly(policies.newest());
    }

    @Test
    void theFirstNumbersAreNoTurn() {
        assertThat(policies.turnsAt(TURN)).isTrue();
        assertThat(policies.turnsAt(JUST_BEFORE)).isFalse();
        assertThat(policies.turnsAt(Instant.EPOCH)).isFalse();
        assertThat(Policies.always(OTHER).turnsAt(Instant.EPOCH)).isFalse();
    }

    @Test
    void theRulesAreInForceFromTheirFirstNumbersOn() {
        var updated =
                new Policies(List.of(new Term(Policy.DEFAULT, JUST_BEFORE, TURN), new Term(OTHER, TURN, Instant.MAX)));

        assertThat(updated.rulesSince()).isEqualTo(JUST_BEFORE);
        assertThat(Policies.always(OTHER).rulesSince()).isEqualTo(Instant.EPOCH);
    }
}
