package health.vigil.cluster;

import health.vigil.embedded.EmbeddedStack;
import health.vigil.embedded.TestStack;
import health.vigil.helm.Chart;
import health.vigil.helm.Manifests;
import health.vigil.path.RoleProcess;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/// A broker, a database, an identity provider, a trace collector, and pods of the chart that use them.
///
/// A pod gets exactly the rendered configuration and environment of its container, and the Java modules of the
/// image. Only its ports differ, because all pods share one address here.
final class Cluster implements AutoCloseable {
    /// The release before the schema grew.
    private static final String FIRST_RELEASE = "1";
    /// The interval of laboratory results in this hospital.
    static final String LABS = "20H";
    private static final Pattern MODULES = Pattern.compile("<image.modules>(.+)</image.modules>");
    /// Starts faster and runs slower, because the tests start seven processes.
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private final EmbeddedStack stack = TestStack.own();
    private final IdentityProvider provider = IdentityProvider.start();
    private final Collector collector = Collector.start();
    private final Deque<RoleProcess> running = new ArrayDeque<>();
    private final Path folder;
    private final Manifests manifests;

    Cluster(Path folder) throws IOException, NoSuchAlgorithmException {
        this.folder = folder;
        this.manifests = Chart.DEFAULTS.manifests(Map.of(
                "kafka.bootstrapServers", stack.bootstrapServers(),
                "kafka.topics.replicationFactor", 1,
                "database.jdbcUrl", stack.jdbcUrl(),
                "access.provider.jwksUrl", provider.keys(),
                "access.provider.issuer", IdentityProvider.ISSUER,
                "access.provider.signIn.url", provider.address(),
                "tracing.endpoint", collector.address(),
                "shutdown.part", 1,
                "config.vigil\\.plan\\.labs", LABS));
    }

    /// The schema as the first release left it.
    void schemaOfTheFirstRelease() {
        Flyway.configure()
                .dataSource(stack.jdbcUrl(), stack.username(), stack.password())
                .target(MigrationVersion.fromVersion(FIRST_RELEASE))
                .load()
                .migrate();
    }

    GradesTopic grades() {
        return new GradesTopic(stack.bootstrapServers());
    }

    /// The process that applies the records of a patient.
    long monitorOf(String patient) throws SQLException {
        try (var connection = database();
                var statement = connection.prepareStatement("""
                    select split_part(s.owner, '-', 1) from episode e join timer t on t.subject = e.id::text
                    join stream_partition s using (partition) where t.kind = 'grade' and e.patient_id = ?""")) {
            statement.setString(1, patient);
            try (var row = statement.executeQuery()) {
                row.next();
                return Long.parseLong(row.getString(1));
            }
        }
    }

    /// The number of these observations that were applied.
    long applied(String... ids) throws SQLException {
        try (var connection = database();
                var statement = connection.prepareStatement(
                        "select count(*) from observation_identity where id = any(?) and state = 'applied'")) {
            statement.setArray(1, connection.createArrayOf("text", ids));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /// The sequence of the newest event of an alert.
    long lastEvent() throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select max(sequence) from alert_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), stack.username(), stack.password());
    }

    /// Runs the Job that precedes the pods of a version; returns its exit code.
    int migrate() throws IOException {
        var job = manifests.all(Job.class).getFirst();
        return start(
                        "migration",
                        job.getSpec().getTemplate().getSpec().getContainers().getFirst())
                .awaitEnd();
    }

    /// Starts a pod of a role; it is not ready yet.
    RoleProcess pod(String role) throws IOException {
        var deployment = manifests.deployment(role);
        return start(
                role,
                deployment.getSpec().getTemplate().getSpec().getContainers().getFirst());
    }

    private RoleProcess start(String role, Container container) throws IOException {
        var environment = new HashMap<String, String>();
        container.getEnv().forEach(variable -> environment.put(variable.getName(), value(variable)));
        // The image sets this.
        environment.put("VIGIL_EMBEDDED", "false");
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        var log = folder.resolve(role + "-" + running.size() + ".log");
        var process = RoleProcess.startIn(
                workingDirectory(role), environment, log, QUICK, "--limit-modules=" + modulesOfTheImage());
        running.push(process);
        return process;
    }

    private Path workingDirectory(String role) throws IOException {
        var directory = folder.resolve(role);
        var file = Files.createDirectories(directory.resolve("config")).resolve("application.properties");
        Files.writeString(file, manifests.configuration(role));
        return directory;
    }

    private static String modulesOfTheImage() throws IOException {
        var build = Files.readString(Path.of("pom.xml"));
        return MODULES.matcher(build).results().findFirst().orElseThrow().group(1);
    }

    private String value(EnvVar variable) {
        if (variable.getValueFrom() == null) {
            return variable.getValue();
        }
        var secrets = Map.of(
                "username",
                stack.username(),
                "password",
                stack.password(),
                "client-secret",
                "c".repeat(32),
                "key",
                Base64.getEncoder().encodeToString(new byte[32]));
        return secrets.getOrDefault(variable.getValueFrom().getSecretKeyRef().getKey(), "");
    }

    String token(String role) {
        return provider.token(role);
    }

    Collector collector() {
        return collector;
    }

    @Override
    public void close() throws IOException {
        running.parallelStream().forEach(RoleProcess::close);
        collector.close();
        provider.close();
        stack.close();
    }
}
