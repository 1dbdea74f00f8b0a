package health.vigil.helm;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {
    private static final KnownNames KNOWN = KnownNames.collect();
    private static final Pattern SECRET = Pattern.compile("password|username|jaas|secret|quarantine");
    /// Read by the JVM itself, and not secret.
    private static final String JAVA = "JAVA_TOOL_OPTIONS";

    @ParameterizedTest
    @EnumSource
    void theChartMakesNoSecret(Chart chart) {
        assertThat(chart.manifests().documents())
                .noneMatch(document -> document.path("kind").asText().equals("Secret"));
    }

    @ParameterizedTest
    @EnumSource
    void theEnvironmentIsSecretsByReference(Chart chart) {
        assertThat(variables(chart.manifests())
                        .filter(variable -> !variable.getName().equals(JAVA)))
                .isNotEmpty()
                .allSatisfy(variable -> {
                    assertThat(KNOWN.containsVariable(variable.getName()))
                            .as(variable.getName())
                            .isTrue();
                    assertThat(variable.getValue()).isNull();
                    assertThat(variable.getValueFrom().getSecretKeyRef().getName())
                            .isNotBlank();
                });
    }

    @ParameterizedTest
    @EnumSource
    void noVariableIsGivenTwice(Chart chart) {
        assertThat(chart.manifests().containers())
                .allSatisfy(container -> assertThat(container.getEnv())
                        .extracting(EnvVar::getName)
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @EnumSource
    void noConfigurationHoldsASecret(Chart chart) {
        var manifests = chart.manifests();

        assertThat(List.of("ingest", "monitor", "serve", "migration"))
                .flatMap(pod -> Configuration.of(manifests, pod).names())
                .noneMatch(name -> SECRET.matcher(name).find());
    }

    @Test
    void theJaasLineComesByReferenceToo() {
        var settings = Map.<String, Object>of("kafka.sasl.mechanism", "SCRAM-SHA-512", "kafka.sasl.secret", "login");

        assertThat(secrets(settings, "KAFKA_SASL_JAAS_CONFIG")).isNotEmpty().containsOnly("login");
    }

    @Test
    void earlierKeysAreGivenWhileTheKeyIsExchanged() {
        var settings = Map.<String, Object>of("access.earlierQuarantineKeys.secret", "earlier");

        assertThat(secrets(settings, "VIGIL_QUARANTINE_EARLIER_KEYS"))
                .isNotEmpty()
                .containsOnly("earlier");
        assertThat(secrets(Map.of(), "VIGIL_QUARANTINE_EARLIER_KEYS")).isEmpty();
    }

    /// The secrets that the containers' variables of a name come from.
    private static Stream<String> secrets(Map<String, Object> settings, String variable) {
        return variables(Chart.DEFAULTS.manifests(settings))
                .filter(each -> each.getName().equals(variable))
                .map(each -> each.getValueFrom().getSecretKeyRef().getName());
    }

    private static Stream<EnvVar> variables(Manifests manifests) {
        return manifests.containers().stream().flatMap(container -> container.getEnv().stream());
    }
}
