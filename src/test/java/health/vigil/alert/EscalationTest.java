package health.vigil.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EscalationTest {
    private static final Instant RAISED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Escalation STEPS =
            new Escalation(Map.of(Priority.HIGH, List.of(Duration.ofMinutes(5), Duration.ofMinutes(10))));

    @Test
    void moreAreToldStepByStepUntilEverybodyWas() {
        var raised = AlertState.Open.raised(STEPS, Priority.HIGH, RAISED);
        var first = raised.escalated(STEPS, Priority.HIGH, RAISED.plusSeconds(300));
        var second = first.escalated(STEPS, Priority.HIGH, RAISED.plusSeconds(900));

        assertThat(raised.nextEscalation()).contains(RAISED.plusSeconds(300));
        assertThat(first).isEqualTo(new AlertState.Open(1, Optional.of(RAISED.plusSeconds(900))));
        assertThat(second).isEqualTo(new AlertState.Open(2, Optional.empty()));
    }

    @Test
    void anAnswerThatIsTakenBackGoesOnWhereItStood() {
        var answer = new AlertState.Answer("nurse", RAISED, Optional.empty(), Optional.empty());
        var escalated = AlertState.Open.raised(STEPS, Priority.HIGH, RAISED).escalated(STEPS, Priority.HIGH, RAISED);

        var reopened = escalated.acknowledged(answer).reopened(STEPS, Priority.HIGH, RAISED);

        assertThat(reopened.level()).isEqualTo(1);
        assertThat(reopened.nextEscalation()).contains(RAISED.plusSeconds(600));
    }

    @Test
    void aPriorityWithoutStepsIsNeverEscalated() {
        assertThat(AlertState.Open.raised(STEPS, Priority.LOW, RAISED).nextEscalation())
                .isEmpty();
    }
}
