package health.vigil.api.webhook;

import health.vigil.access.ListedWards;
import health.vigil.api.webhook.Webhook.WebhookRequest;
import health.vigil.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookRequestTest {
    private static WebhookRequest of(Optional<String> ward) {
        return new WebhookRequest("https://hooks.example.org/", ward, Optional.empty())
                .in(ListedWards.of("North Wing", "WA"));
    }

    @Test
    void aWardKeepsTheSpellingOfTheHospital() {
        assertThat(of(Optional.of("NORTH  WING")).ward()).contains("North Wing");
        assertThat(of(Optional.empty()).ward()).isEmpty();
    }

    @Test
    void aWardThatTheHospitalDoesNotHaveIsToldNothing() {
        assertThatThrownBy(() -> of(Optional.of("South"))).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().violations().getFirst().field()).isEqualTo("ward");
        });
    }
}
