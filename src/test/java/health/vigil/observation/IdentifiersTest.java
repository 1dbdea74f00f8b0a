package health.vigil.observation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentifiersTest {
    private static final String LONGEST = "x".repeat(127) + "\ud83e\udec0";

    @Test
    void theIdOfAnObservationHas1To128Characters() {
        assertThat(ObservationIds.of(LONGEST).value()).isEqualTo(LONGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> ObservationIds.of(LONGEST + "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> ObservationIds.of(""));
    }

    @Test
    void theIdOfADeviceHas1To128Characters() {
        assertThat(new DeviceId(LONGEST).value()).isEqualTo(LONGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceId(LONGEST + "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceId(""));
    }

    @Test
    void anIdIsWrittenAsItIs() {
        assertThat("" + new PatientId("p-1") + ObservationIds.of("o-1") + new DeviceId("monitor 7"))
                .isEqualTo("p-1o-1monitor 7");
    }
}
