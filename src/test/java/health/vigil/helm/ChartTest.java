package health.vigil.helm;

import com.marcnuri.helm.Helm;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChartTest {
    /// Kinds of operators without Java types here.
    private static final Set<String> UNTYPED = Set.of(
            "keda.sh/v1alpha1/ScaledObject", "postgresql.cnpg.io/v1/Cluster", "postgresql.cnpg.io/v1/ScheduledBackup");

    @Test
    void theChartIsSound() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyManifestIsOneThatItsReaderKnowsToTheLastField(Chart chart) {
        var documents = chart.manifests().documents();

        assertThat(documents).isNotEmpty();
        assertThat(documents).allSatisfy(document -> {
            if (!UNTYPED.contains(Manifests.type(document))) {
                assertThat(Manifests.hasType(document))
                        .as(Manifests.type(document))
                        .isTrue();
                assertThat(Manifests.typed(document).getMetadata().getName()).startsWith("vigil");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void noTwoManifestsAreTheSameThing(Chart chart) {
        var names = chart.manifests().documents().stream()
                .collect(Collectors.groupingBy(
                        document -> Manifests.type(document) + document.at("/metadata/name"), Collectors.counting()));

        assertThat(names).allSatisfy((name, count) -> assertThat(count).isOne());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monitor.autoscaling.enabled",
                "replicas",
                "kafka.password",
                "config.vigil\\.policy\\.fever",
                "ingest.replica"
            })
    void aValueThatNobodyReadsIsRefused(String name) {
        assertThatThrownBy(() -> Chart.DEFAULTS.render(Map.of(name, "1"))).hasMessageContaining("not allowed");
    }

    @Test
    void theTagLatestIsRefused() {
        assertThatThrownBy(() -> Chart.DEFAULTS.render(Map.of("image.tag", "latest")))
                .hasMessageContaining("tag");
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        var address = "jdbc:postgresql://postgres/vigil?user=vigil&password=x";

        assertThatThrownBy(() -> Chart.DEFAULTS.render(Map.of("database.jdbcUrl", address)))
                .hasMessageContaining("jdbcUrl");
    }
}
