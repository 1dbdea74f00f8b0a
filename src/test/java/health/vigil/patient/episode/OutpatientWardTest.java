package health.vigil.patient.episode;

import health.vigil.access.HomeGates;
import health.vigil.access.ListedWards;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutpatientWardTest {
    @Test
    void aWardThatTheHospitalDoesNotListStopsTheStart() {
        var settings = HomeGates.ward("day hospital");

        assertThatThrownBy(() -> new OutpatientWard(settings, ListedWards.of("North", "South")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vigil.outpatient.ward");
        assertThat(new OutpatientWard(settings, ListedWards.of("North", "Day Hospital")).name())
                .contains("day hospital");
    }
}
