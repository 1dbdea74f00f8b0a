package health.vigil.access;

import health.vigil.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeGateTest {
    @Test
    void whatIsNotSwitchedOnIsRefusedWithAReason() {
        assertThatThrownBy(HomeGates.enabled(false)::require)
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(403);
                    assertThat(refused.problem().detail()).contains("vigil.outpatient.enabled");
                });
        assertThatCode(HomeGates.enabled(true)::require).doesNotThrowAnyException();
    }
}
