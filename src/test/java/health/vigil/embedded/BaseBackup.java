package health.vigil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/// A base backup of a running PostgreSQL, by copying files as its manual describes: begin, copy, end, then
/// the log that was written meanwhile.
public final class BaseBackup {
    private static final Path LOG = Path.of("pg_wal");
    private static final Set<Path> THE_SERVERS_OWN = Set.of(Path.of("postmaster.pid"), Path.of("postmaster.opts"));

    private final TestFolder folder;

    private BaseBackup(TestFolder folder) {
        this.folder = folder;
    }

    public static BaseBackup take(EmbeddedStack stack) throws IOException, SQLException {
        var backup = new BaseBackup(TestFolder.create());
        Tree.makePrivate(backup.home());
        try (var connection = DriverManager.getConnection(stack.jdbcUrl(), "postgres", stack.password());
                var statement = connection.createStatement()) {
            backup.take(statement);
        }
        return backup;
    }

    private void take(Statement statement) throws IOException, SQLException {
        var from = Path.of(text(statement, "show data_directory"));
        var to = home().resolve(from.getFileName());
        text(statement, "select pg_backup_start('hourly', fast => true)");
        for (var file : files(from)) {
            if (!THE_SERVERS_OWN.contains(file) && (!file.startsWith(LOG) || Files.isDirectory(from.resolve(file)))) {
                copy(from.resolve(file), to.resolve(file));
            }
        }
        var label = text(statement, "select labelfile from pg_backup_stop(wait_for_archive => false)");
        for (var file : files(from.resolve(LOG))) {
            copy(from.resolve(LOG).resolve(file), to.resolve(LOG).resolve(file));
        }
        Files.writeString(to.resolve("backup_label"), label);
        copy(from.resolveSibling("password"), to.resolveSibling("password"));
    }

    /// Restores the backup in a separate server.
    public RestoredDatabase restore() throws IOException, InterruptedException {
        return new RestoredDatabase(Resident.of(new EmbeddedPostgres(folder.options())));
    }

    /// A restored database.
    public static final class RestoredDatabase implements AutoCloseable {
        private final Resident<EmbeddedPostgres> postgres;

        private RestoredDatabase(Resident<EmbeddedPostgres> postgres) {
            this.postgres = postgres;
        }

        public String jdbcUrl() {
            return postgres.server().jdbcUrl();
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }

    private Path home() {
        return folder.path().resolve("postgres");
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(root::relativize).toList();
        }
    }

    /// Files that disappear meanwhile are not needed.
    private static void copy(Path from, Path to) throws IOException {
        try {
            if (!Files.isDirectory(to)) {
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (NoSuchFileException gone) {
            // A temporary file.
        }
    }

    private static String text(Statement statement, String question) throws SQLException {
        try (var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
