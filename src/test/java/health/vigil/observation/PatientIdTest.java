package health.vigil.observation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PatientIdTest {
    @Test
    void itHasUpTo64Characters() {
        assertThat(new PatientId("p".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new PatientId("p".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p 1", "p_1", "p/1", "pé", "p\n"})
    void otherCharactersAreRefused(String value) {
        assertThat(PatientId.accepts(value)).isFalse();
    }
}
