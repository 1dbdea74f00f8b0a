package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.Driver;

/// PostgreSQL in the data folder: loopback only, no Unix socket, and a password (SCRAM) from the start.
final class EmbeddedPostgres implements EmbeddedServer {
    private final EmbeddedOptions options;
    private final Path home;
    private final PostgresCluster cluster;
    private final Ports ports;
    private final List<String> more;
    private final String parameters;

    EmbeddedPostgres(EmbeddedOptions options) throws IOException, InterruptedException {
        this(options, RunAs.detect(PostgresPrograms.unpacked(options)));
    }

    EmbeddedPostgres(EmbeddedOptions options, RunAs runAs) throws IOException {
        this(options, runAs, List.of(), "");
    }

    /// @param more settings of the server that override ours, as `name=value`
    /// @param parameters appended to the URLs of its clients
    EmbeddedPostgres(EmbeddedOptions options, RunAs runAs, List<String> more, String parameters) throws IOException {
        this.options = options;
        this.home = options.data().resolve("postgres");
        Tree.makePrivate(home);
        this.cluster = new PostgresCluster(home, PostgresPrograms.unpacked(options), runAs);
        this.ports = Ports.fromFile(home.resolve("port"), 1);
        this.more = more;
        this.parameters = parameters;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.get(0) + "/" + PostgresCluster.OWNER + parameters;
    }

    String user() {
        return PostgresCluster.OWNER;
    }

    String password() {
        return cluster.password();
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Ports ports() {
        return ports;
    }

    @Override
    public Path log() {
        return home.resolve("console.log");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        cluster.prepare();
    }

    @Override
    public List<String> command() {
        return cluster.postgres(Stream.concat(settings(), more.stream())
                .flatMap(setting -> Stream.of("-c", setting))
                .toList());
    }

    private Stream<String> settings() {
        return Stream.concat(
                Stream.of(
                        "port=" + ports.get(0),
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "timezone=UTC",
                        "log_timezone=UTC",
                        // A week of log files; each is overwritten on the same weekday.
                        "logging_collector=on",
                        "log_directory=" + home.resolve("log"),
                        "log_filename=postgres-%a.log",
                        "log_rotation_age=1d",
                        "log_rotation_size=0",
                        "log_truncate_on_rotation=on",
                        // Statements and their errors contain patient data. The service gets them; the log
                        // file does not.
                        "log_min_messages=log",
                        "log_min_error_statement=panic"),
                options.fsync() ? Stream.of() : Stream.of("fsync=off", "full_page_writes=off"));
    }

    @Override
    public boolean answers() {
        var login = new Properties();
        login.setProperty("user", user());
        login.setProperty("password", password());
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "5");
        try (var connection = new Driver().connect(jdbcUrl(), login)) {
            return connection != null && connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /// PostgreSQL's "fast" shutdown; TERM would wait for all clients to disconnect.
    @Override
    public String stopSignal() {
        return "INT";
    }
}
