package health.vigil.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// `helm/vigil`, with one of its values files.
public enum Chart {
    DEFAULTS("values.yaml"),
    SMALL("values-small.yaml"),
    HOSPITAL("values-hospital.yaml"),
    REGION("values-region.yaml");

    static final Path FOLDER = Path.of("helm/vigil");
    private static final String KUBERNETES = "1.34.0";
    /// Helm's library does not render hooks: the Job before an upgrade and the pod of `helm test`. Under
    /// another annotation they are rendered.
    private static final String HOOK = "helm.sh/hook";
    private static final String NO_HOOK = "helm.sh/kooh";
    private static final Path UNHOOKED = unhooked();

    private final String values;

    Chart(String values) {
        this.values = values;
    }

    String render() {
        return render(Map.of());
    }

    /// Renders it as the release `vigil`, with some values changed.
    String render(Map<String, Object> settings) {
        var template = new Helm(UNHOOKED)
                .template()
                .withName("vigil")
                .withNamespace("ward")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(FOLDER.resolve(values));
        settings.forEach(template::set);
        return template.call().replace(NO_HOOK, HOOK);
    }

    private static Path unhooked() {
        var copy = Path.of("target/helm/vigil");
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.writeString(target, Files.readString(file).replace(HOOK, NO_HOOK));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Manifests manifests() {
        return manifests(Map.of());
    }

    public Manifests manifests(Map<String, Object> settings) {
        return Manifests.read(render(settings));
    }
}
