package health.vigil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// The data files of PostgreSQL: created once, with checksums, a database, and a role that owns it and is not
/// a superuser.
record PostgresCluster(Path home, PostgresPrograms programs, RunAs runAs) {
    /// The service's role and database. The superuser is `postgres`, with the same password.
    static final String OWNER = "vigil";

    private static final int PASSWORD_BYTES = 24;

    String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the password of " + folder() + " cannot be read", e);
        }
    }

    List<String> postgres(List<String> settings) {
        return runAs.command(Stream.concat(Stream.of(programs.postgres(), "-D", folder().toString()), settings.stream())
                .toList());
    }

    void prepare() throws IOException, InterruptedException {
        runAs.own(home);
        if (!Files.isDirectory(folder())) {
            create();
        }
        forgetRecycledPid();
    }

    /// A folder gets its name last, so a folder that exists is complete.
    private void create() throws IOException, InterruptedException {
        var fresh = home.resolve("cluster.new");
        Tree.delete(fresh);
        makePassword();
        runAs.own(home);
        initdb(fresh);
        createDatabase(fresh);
        Files.move(fresh, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path fresh) throws IOException, InterruptedException {
        new Command(
                        runAs.command(List.of(
                                programs.initdb(),
                                "--pgdata=" + fresh,
                                "--username=postgres",
                                "--pwfile=" + passwordFile(),
                                "--auth=scram-sha-256",
                                "--data-checksums",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C")),
                        home.resolve("console.log"))
                .run();
    }

    private void createDatabase(Path fresh) throws IOException, InterruptedException {
        var statements = home.resolve("create.sql");
        writePrivate(statements, """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
                CREATE DATABASE %1$s OWNER %1$s
                """.formatted(OWNER, password()));
        new Command(
                        runAs.command(List.of(
                                programs.postgres(),
                                "--single",
                                "-D",
                                fresh.toString(),
                                "-c",
                                "exit_on_error=on",
                                "postgres")),
                        home.resolve("console.log"))
                .run(statements);
        Files.delete(statements);
    }

    private void makePassword() throws IOException {
        var secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        writePrivate(passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private static void writePrivate(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /// Deletes PostgreSQL's pid file if the pid belongs to another process since a reboot; otherwise
    /// PostgreSQL would not start.
    private void forgetRecycledPid() throws IOException {
        var file = folder().resolve("postmaster.pid");
        if (Files.exists(file)) {
            var pid = Long.parseLong(Files.readAllLines(file).getFirst());
            var somebodyElse = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .filter(line -> !line.contains(folder().toString()));
            if (somebodyElse.isPresent()) {
                Files.delete(file);
            }
        }
    }

    private Path folder() {
        return home.resolve("cluster");
    }

    private Path passwordFile() {
        return home.resolve("password");
    }
}
