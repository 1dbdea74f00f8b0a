package health.vigil.ehr;

import health.vigil.api.Request;
import health.vigil.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CdsFeedbackTest {
    private static final String CARD = "4e0a3a1e-3283-4575-ab82-028d55fe2719";
    private static final String ACCEPTED = "{\"card\": \"" + CARD + "\", \"outcome\": \"accepted\"}";

    private static CdsFeedback read(String items) {
        var body = "{\"feedback\": [" + items + "]}";
        return Request.read(body.getBytes(StandardCharsets.UTF_8), CdsFeedback::read);
    }

    @Test
    void theAuditTrailKeepsTheCardTheOutcomeAndTheReason() {
        var feedback = read("""
                {"card": "%s", "outcome": "overridden", "outcomeTimestamp": "2026-03-02T10:00:00Z",
                 "overrideReason": {"reason": {"code": "known", "system": "x"}, "userComment": "seen\\n at noon"}}
                """.formatted(CARD));

        assertThat(feedback.cards().getFirst().text())
                .isEqualTo("card " + CARD + " overridden at 2026-03-02T10:00:00Z, reason known: seen at noon");
    }

    @Test
    void aReasonMayBeMissing() {
        assertThat(read(ACCEPTED).cards().getFirst().text()).isEqualTo("card " + CARD + " accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"card\": \"1\", \"outcome\": \"accepted\"}",
                "{\"card\": \"" + CARD + "\", \"outcome\": \"ignored\"}",
                "{\"card\": \"" + CARD + "\"}"
            })
    void whatIsNoFeedbackIsRefused(String items) {
        assertThatThrownBy(() -> read(items)).isInstanceOf(ProblemException.class);
    }

    @Test
    void oneRequestHasAHundredCardsAtMost() {
        assertThat(read(String.join(",", Collections.nCopies(100, ACCEPTED))).cards())
                .hasSize(100);
        assertThatThrownBy(() -> read(String.join(",", Collections.nCopies(101, ACCEPTED))))
                .isInstanceOf(ProblemException.class);
    }
}
