package health.vigil.grading;

import health.vigil.grading.Policies.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Which numbers hold when.
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
        assertEquals(Policy.DEFAULT, policies.at(Instant.EPOCH.minusSeconds(1)));
        assertEquals(Policy.DEFAULT, policies.at(JUST_BEFORE));
        assertEquals(OTHER, policies.at(TURN));
        assertEquals(OTHER, policies.at(Instant.MAX));
        assertEquals(OTHER, policies.newest().policy());
    }

    @Test
    void aHistoryFromATurnOnKnowsWhatWentBefore() {
        assertEquals(2, policies.reaching(JUST_BEFORE).size());
        assertEquals(2, policies.reaching(TURN).size());
        assertEquals(List.of(policies.newest()), policies.reaching(TURN.plus(Story.STEP)));
    }

    @Test
    void theFirstNumbersAreNoTurn() {
        assertTrue(policies.turnsAt(TURN));
        assertFalse(policies.turnsAt(JUST_BEFORE));
        assertFalse(policies.turnsAt(Instant.EPOCH));
        assertFalse(Policies.always(OTHER).turnsAt(Instant.EPOCH));
    }

    @Test
    void theRulesAreInForceFromTheirFirstNumbersOn() {
        var updated =
                new Policies(List.of(new Term(Policy.DEFAULT, JUST_BEFORE, TURN), new Term(OTHER, TURN, Instant.MAX)));

        assertEquals(JUST_BEFORE, updated.rulesSince());
        assertEquals(Instant.EPOCH, Policies.always(OTHER).rulesSince());
    }
}
