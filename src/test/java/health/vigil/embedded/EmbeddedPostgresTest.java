package health.vigil.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

import static health.vigil.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

class EmbeddedPostgresTest {
    private static final TestFolder FOLDER = TestFolder.create();

    @Test
    void realDataIsDurableAndPrivate() throws Exception {
        try (var postgres = Resident.of(new EmbeddedPostgres(FOLDER.durable()))) {
            var superuser = new Database(
                    postgres.server().jdbcUrl(), "postgres", postgres.server().password());

            assertThat(superuser.column("SELECT name || '=' || setting FROM pg_settings"))
                    .contains(
                            "fsync=on",
                            "full_page_writes=on",
                            "synchronous_commit=on",
                            "data_checksums=on",
                            "password_encryption=scram-sha-256",
                            "listen_addresses=127.0.0.1",
                            "unix_socket_directories=",
                            "log_min_messages=log");
        }
    }

    @Test
    void aServerWithOtherSettingsIsReplaced() throws Exception {
        var server = new EmbeddedPostgres(FOLDER.options());
        server.ports().settle();
        server.prepare();
        var leftBehind = Child.start(server.home(), server.command());
        await().until(server::answers);

        try (var postgres = Resident.of(new EmbeddedPostgres(FOLDER.durable()))) {
            assertThat(leftBehind.process().isAlive()).isFalse();
            assertThat(database(postgres).value("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theServiceOwnsItsDatabaseButIsNoSuperuser() throws Exception {
        try (var postgres = Resident.of(new EmbeddedPostgres(FOLDER.options()))) {
            var database = database(postgres);

            database.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");

            assertThat(database.value("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws Exception {
        try (var postgres = Resident.of(new EmbeddedPostgres(FOLDER.options()))) {
            var stranger = new Database(postgres.server().jdbcUrl(), "postgres", "guessed");

            assertThatThrownBy(() -> stranger.value("SELECT 1")).hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(FOLDER.path().resolve("postgres/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aPortIsKeptUntilSomebodyTakesIt() throws Exception {
        int first = port();
        int second = port();
        try (var _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(port()).isNotEqualTo(first);
        }
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aPidThatWasGivenToSomebodyElseDoesNotPreventTheStart() throws Exception {
        assertThat(port()).isPositive();
        var pidFile = FOLDER.path().resolve("postgres/cluster/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");

        try (var postgres = Resident.of(new EmbeddedPostgres(FOLDER.options()))) {
            assertThat(database(postgres).value("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void rootRunsItBehindANamespaceOrAsNobodyInTheSameFolder() throws Exception {
        var programs = PostgresPrograms.unpacked(FOLDER.options());
        for (var way :
                new RunAs.OtherUser[] {RunAs.OtherUser.NAMESPACE, RunAs.OtherUser.NOBODY, RunAs.OtherUser.NAMESPACE}) {
            assumeThat(way.works(programs))
                    .as("needs root, and the right to do " + way)
                    .isTrue();

            try (var postgres = Resident.of(new EmbeddedPostgres(FOLDER.options(), way))) {
                assertThat(database(postgres).value("SELECT 1")).isEqualTo("1");
                assertThat(Files.getAttribute(FOLDER.path().resolve("postgres/cluster"), "unix:uid"))
                        .isEqualTo(way.uid());
            }
        }
    }

    private static int port() throws Exception {
        try (var postgres = Resident.of(new EmbeddedPostgres(FOLDER.options()))) {
            return postgres.server().ports().get(0);
        }
    }

    private static Database database(Resident<EmbeddedPostgres> postgres) {
        return Database.of(postgres.server());
    }
}
