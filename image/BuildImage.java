import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import com.google.cloud.tools.jib.api.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Builds Vigil's container image without a daemon, from the build's results in `target/`.
///
///     BuildImage BASE TARGET VERSION
///
/// `BASE` is `scratch`, or a reference with its digest, so that two builds give the same image. The base contains the C library
/// and nothing else: no shell, no package manager. `TARGET` is `tar:FILE`, or the reference to push to, with the
/// credentials of Docker's own configuration.
///
/// Files that change seldom are in the lower layers: the JRE, the libraries, generated Quarkus code, the application.
final class BuildImage {
    private static final String NAME = "vigil";
    private static final String USER = "10001:10001";
    private static final Path APPLICATION = Path.of("target/quarkus-app");
    private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");

    private BuildImage() {}

    public static void main(String[] args) throws Exception {
        var base = args[0];
        if (!base.equals("scratch") && !base.contains("@sha256:")) {
            throw new IllegalArgumentException("The base must name its digest: " + base);
        }
        var image = base.equals("scratch") ? Jib.fromScratch() : Jib.from(base);
        layers(image);
        describe(image, args[2]);
        image.containerize(target(args[1], args[2]));
        System.out.println("Image: " + args[1]);
    }

    private static void layers(JibContainerBuilder image) throws IOException {
        image.addFileEntriesLayer(tree("jre", Path.of("target/image/jre"), "/opt/java"));
        image.addFileEntriesLayer(tree("libraries", APPLICATION.resolve("lib"), "/app/lib"));
        image.addFileEntriesLayer(FileEntriesLayer.builder()
                .setName("generated")
                .addEntryRecursive(APPLICATION.resolve("quarkus"), AbsoluteUnixPath.get("/app/quarkus"))
                .addEntry(APPLICATION.resolve("quarkus-run.jar"), AbsoluteUnixPath.get("/app/quarkus-run.jar"))
                .build());
        image.addFileEntriesLayer(tree("application", APPLICATION.resolve("app"), "/app/app"));
        image.addFileEntriesLayer(FileEntriesLayer.builder()
                .setName("bill of materials")
                .addEntry(Path.of("target/bom.json"), AbsoluteUnixPath.get("/app/sbom.cdx.json"))
                .build());
    }

    /// All files of a folder; executable files stay executable.
    private static FileEntriesLayer tree(String name, Path folder, String at) throws IOException {
        var layer = FileEntriesLayer.builder().setName(name);
        var root = AbsoluteUnixPath.get(at);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var path = root.resolve(folder.relativize(file));
                layer.addEntry(file, path, Files.isExecutable(file) ? PROGRAM : FilePermissions.DEFAULT_FILE_PERMISSIONS);
            }
        }
        return layer.build();
    }

    private static void describe(JibContainerBuilder image, String version) {
        image.setFormat(ImageFormat.OCI)
                // The same input gives the same image.
                .setCreationTime(Instant.EPOCH)
                .setUser(USER)
                .setWorkingDirectory(AbsoluteUnixPath.get("/app"))
                .setExposedPorts(Set.of(Port.tcp(8080), Port.tcp(9000)))
                // Kafka and PostgreSQL are never started in a container.
                .setEnvironment(Map.of("LANG", "C.UTF-8", "VIGIL_EMBEDDED", "false"))
                .setEntrypoint(List.of(
                        "/opt/java/bin/java",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        "/app/quarkus-run.jar"))
                .setLabels(Map.of(
                        "org.opencontainers.image.title", "Vigil",
                        "org.opencontainers.image.description",
                                "Continuous ASTCT grading of CRS and ICANS after a CAR-T infusion",
                        "org.opencontainers.image.version", version));
    }

    private static Containerizer target(String target, String version) throws Exception {
        if (target.startsWith("tar:")) {
            return Containerizer.to(TarImage.at(Path.of(target.substring(4))).named(NAME + ":" + version))
                    .setOfflineMode(true);
        }
        var reference = ImageReference.parse(target);
        var registry = RegistryImage.named(reference);
        registry.addCredentialRetriever(
                CredentialRetrieverFactory.forImage(reference, event -> {}).dockerConfig());
        return Containerizer.to(registry);
    }
}
