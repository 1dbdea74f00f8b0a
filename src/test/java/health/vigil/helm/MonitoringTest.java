package health.vigil.helm;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonitoringTest {
    private static final Pattern METRIC = Pattern.compile("vigil_[a-z0-9_]+");
    private static final Pattern SUFFIX = Pattern.compile("_(seconds_(bucket|max|sum|count)|total)$");
    private static final Pattern METER = Pattern.compile("\"(vigil\\.[a-z0-9.]+)\"|vigil_canary_[a-z_]+");

    @Test
    void everyLawThatCanBeAskedHasAnAlarm() {
        assertThat(rules())
                .extracting(Rule::getAlert)
                .contains(
                        "VigilConservationBroken",
                        "VigilPartitionStopped",
                        "VigilOutboxOld",
                        "VigilTimersLate",
                        "VigilBatchSlow",
                        "VigilLag");
    }

    @Test
    void everyMetricOfAnAlarmOrAPanelIsOneThatIsTold() throws IOException {
        var told = meters();
        var asked = Stream.concat(rules().stream().map(rule -> rule.getExpr().getStrVal()), Stream.of(dashboard()))
                .flatMap(text -> METRIC.matcher(text).results().map(found -> found.group()))
                .distinct();

        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(metric ->
                        assertThat(told).contains(SUFFIX.matcher(metric).replaceFirst("")));
    }

    @Test
    void everyAlarmIsExplained() throws IOException {
        var operations = Files.readString(Path.of("docs/operations.md"));

        assertThat(rules()).allSatisfy(rule -> {
            assertThat(operations).contains("### " + rule.getAlert() + "\n");
            assertThat(rule.getAnnotations()).containsKey("summary");
            assertThat(rule.getLabels()).containsKey("severity");
        });
    }

    @Test
    void everyPanelOfTheDashboardAsksSomething() throws IOException {
        var panels = new ObjectMapper().readTree(dashboard()).path("panels");

        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.at("/targets/0/expr").asText()).contains("namespace=\"$namespace\"");
        });
    }

    @Test
    void prometheusAsksAPortOfTheServices() {
        var endpoint = Chart.HOSPITAL
                .manifests()
                .all(ServiceMonitor.class)
                .getFirst()
                .getSpec()
                .getEndpoints()
                .getFirst();

        assertThat(endpoint.getPort()).isEqualTo("management");
        assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
    }

    private static List<Rule> rules() {
        return Chart.HOSPITAL.manifests().all(PrometheusRule.class).getFirst().getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    private static String dashboard() {
        return Chart.HOSPITAL.manifests().all(ConfigMap.class).stream()
                .flatMap(map -> Stream.ofNullable(map.getData().get("vigil.json")))
                .findFirst()
                .orElseThrow();
    }

    /// The metric names of the sources, in the spelling of Prometheus.
    private static List<String> meters() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            var names = new ArrayList<String>();
            for (var source : sources) {
                METER.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group().replace("\"", "").replace('.', '_'))
                        .forEach(names::add);
            }
            return names;
        }
    }
}
