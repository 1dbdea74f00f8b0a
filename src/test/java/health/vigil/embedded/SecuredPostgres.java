package health.vigil.embedded;

import health.vigil.wire.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// The embedded PostgreSQL, which lets in nobody without TLS.
final class SecuredPostgres implements EmbeddedServer {
    private final Path home;
    private final PostgresCluster cluster;
    private final Ports ports;
    private final Papers papers;

    SecuredPostgres(EmbeddedOptions options, Papers papers) throws IOException, InterruptedException {
        this.home = options.data().resolve("postgres");
        Tree.makePrivate(home);
        var programs = PostgresPrograms.unpacked(options);
        this.cluster = new PostgresCluster(home, programs, RunAs.found(programs));
        this.ports = Ports.remembered(home.resolve("port"), 1);
        this.papers = papers;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + ports.get(0) + "/" + PostgresCluster.OWNER;
    }

    String verified() {
        return jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + papers.serverPem();
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
        try {
            papers.server().certificatePem(home.resolve("server.crt"));
            papers.server().keyPem(home.resolve("server.key"));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(unreadable);
        }
        Files.setPosixFilePermissions(home.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
        Files.writeString(home.resolve("hba"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
        cluster.prepare();
    }

    @Override
    public List<String> command() {
        var settings = Stream.of(
                "port=" + ports.get(0),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "hba_file=" + home.resolve("hba"),
                "ssl=on",
                "ssl_cert_file=" + home.resolve("server.crt"),
                "ssl_key_file=" + home.resolve("server.key"));
        return cluster.postgres(
                settings.flatMap(setting -> Stream.of("-c", setting)).toList());
    }

    @Override
    public boolean answers() {
        try (var connection = DriverManager.getConnection(verified(), user(), password())) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public String stopSignal() {
        return "INT";
    }
}
