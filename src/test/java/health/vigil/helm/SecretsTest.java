package health.vigil.helm;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {
    private static final Pattern SECRET = Pattern.compile("PASSWORD|USERNAME|JAAS|SECRET|TOKEN");

    @ParameterizedTest
    @EnumSource
    void theChartMakesNoSecret(Chart chart) {
        assertThat(chart.manifests().documents())
                .noneMatch(document -> document.path("kind").asText().equals("Secret"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSecretComesByReference(Chart chart) {
        assertThat(variables(chart.manifests())
                        .filter(variable -> SECRET.matcher(variable.getName()).find()))
                .isNotEmpty()
                .allSatisfy(variable -> {
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                            .isNotBlank();
                });
    }

    @Test
    void theJaasLineComesByReferenceToo() {
        var settings = Map.<String, Object>of("kafka.sasl.mechanism", "SCRAM-SHA-512", "kafka.sasl.secret", "login");

        var jaas = variables(Chart.DEFAULTS.manifests(settings))
                .filter(variable -> variable.getName().equals("KAFKA_SASL_JAAS_CONFIG"));

        assertThat(jaas)
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(
                                variable.getValueFrom().getSecretKeyRef().getName())
                        .isEqualTo("login"));
    }

    private static Stream<EnvVar> variables(Manifests manifests) {
        return manifests.containers().stream().flatMap(container -> container.getEnv().stream());
    }
}
