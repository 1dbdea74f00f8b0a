package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// An unanswered alert escalates step by step until it is acknowledged.
class EscalationTest {
    private static final Instant RAISED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration SECOND = Duration.ofMinutes(10);
    private static final Escalation STEPS = new Escalation(List.of(FIRST, SECOND));

    private static AlertState.Open raised() {
        return AlertState.Open.raised(STEPS, RAISED);
    }

    @Test
    void anOpenAlertWaitsForTheFirstStep() {
        assertThat(raised()).isEqualTo(new AlertState.Open(0, Optional.of(RAISED.plus(FIRST))));
    }

    @Test
    void eachStepLeadsToTheNextAndTheLastToNone() {
        var once = raised().escalated(STEPS, RAISED.plus(FIRST));
        var twice = once.escalated(STEPS, RAISED.plus(FIRST).plus(SECOND));

        assertThat(once)
                .isEqualTo(new AlertState.Open(1, Optional.of(RAISED.plus(FIRST).plus(SECOND))));
        assertThat(twice).isEqualTo(new AlertState.Open(2, Optional.empty()));
    }

    @Test
    void withoutStepsAnAlertIsNeverEscalated() {
        assertThat(AlertState.Open.raised(new Escalation(List.of()), RAISED).nextEscalation())
                .isEmpty();
    }

    @Test
    void anAnswerThatIsTakenBackEscalatesFromWhereItStood() {
        var answer = new AlertState.Answer("nurse", RAISED, RAISED.plus(Duration.ofHours(4)), Optional.empty());
        var back = RAISED.plus(Duration.ofHours(1));

        var reopened = raised().escalated(STEPS, RAISED.plus(FIRST))
                .acknowledged(answer)
                .takenBack(STEPS, back);

        assertThat(reopened).isEqualTo(new AlertState.Open(1, Optional.of(back.plus(SECOND))));
    }

    @Test
    void anAnswerThatHasExpiredIsToldToMorePeople() {
        var answer = new AlertState.Answer("nurse", RAISED, RAISED.plus(Duration.ofHours(4)), Optional.empty());
        var over = RAISED.plus(Duration.ofHours(4));

        var reopened = raised().acknowledged(answer).expired(STEPS, over);

        assertThat(reopened).isEqualTo(new AlertState.Open(1, Optional.of(over.plus(SECOND))));
    }
}
