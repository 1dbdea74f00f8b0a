package health.vigil.ehr;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CdsEndpointTest {
    private static final String SERVICE = "/cds-services/vigil-toxicity";

    @Test
    void aTokenIsForOneAddress() {
        assertThat(CdsEndpoint.SERVICE.audiences("https://v")).containsExactly("https://v" + SERVICE);
        assertThat(CdsEndpoint.FEEDBACK.audiences("https://v"))
                .containsExactly("https://v" + SERVICE, "https://v" + SERVICE + "/feedback");
    }

    @Test
    void bothEndpointsAreFound() {
        assertThat(CdsEndpoint.at(SERVICE)).contains(CdsEndpoint.SERVICE);
        assertThat(CdsEndpoint.at(SERVICE + "/")).contains(CdsEndpoint.SERVICE);
        assertThat(CdsEndpoint.at(SERVICE + "/feedback")).contains(CdsEndpoint.FEEDBACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cds-services", "/v1/alerts", "/cds-services/other", SERVICE + "/feedback/x", ""})
    void anEhrsTokenCountsNowhereElse(String path) {
        assertThat(CdsEndpoint.at(path)).isEmpty();
    }
}
