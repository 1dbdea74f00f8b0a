package health.vigil.cluster;

import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.TestStack;
import health.vigil.helm.Chart;
import health.vigil.helm.Manifests;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/// A broker, a database, an identity provider, and pods of the chart that use them.
final class Cluster implements AutoCloseable {
    private final EmbeddedStack stack = TestStack.own();
    private final IdentityProvider provider;
    private final Manifests manifests;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Cluster(IdentityProvider provider) {
        this.provider = provider;
        this.manifests = Chart.DEFAULTS.manifests(Map.of(
                "kafka.bootstrapServers", stack.bootstrapServers(),
                "kafka.topics.partitions", 6,
                "kafka.topics.replicationFactor", 1,
                "database.jdbcUrl", stack.jdbcUrl(),
                "access.provider.jwksUrl", provider.keys(),
                "access.provider.issuer", IdentityProvider.ISSUER));
    }

    static Cluster start() throws IOException, NoSuchAlgorithmException {
        return new Cluster(IdentityProvider.start());
    }

    /// Runs the Job that comes before the pods of a version, and tells its exit code.
    int migrate() throws IOException, InterruptedException {
        var job = manifests.all(Job.class).getFirst();
        return RunningPod.start(job.getSpec().getTemplate().getSpec().getContainers().getFirst(), secrets())
                .awaitEnd();
    }

    RunningPod pod(String role) throws IOException {
        var pod = RunningPod.start(
                manifests.deployment(role).getSpec().getTemplate().getSpec().getContainers().getFirst(), secrets());
        running.push(pod);
        return pod.awaitReady();
    }

    String token(String role) {
        return provider.token(role);
    }

    /// The process of the broker, which is one of this one's children.
    ProcessHandle broker() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> String.join(" ", process.info().arguments().orElse(new String[0]))
                        .contains("kafka.Kafka"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> secrets() {
        return Map.of("vigil-database/username", stack.username(), "vigil-database/password", stack.password());
    }

    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
        provider.close();
        stack.close();
    }
}
