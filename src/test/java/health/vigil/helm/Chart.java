package health.vigil.helm;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.Map;

/// `helm/vigil`, with one of its files of values.
public enum Chart {
    DEFAULTS("values.yaml"),
    SMALL("values-small.yaml"),
    HOSPITAL("values-hospital.yaml"),
    REGION("values-region.yaml");

    static final Path FOLDER = Path.of("helm/vigil");
    private static final String KUBERNETES = "1.34.0";

    private final String values;

    Chart(String values) {
        this.values = values;
    }

    String render() {
        return render(Map.of());
    }

    /// Rendered as the release `vigil`, with some values set otherwise.
    String render(Map<String, Object> settings) {
        var template = new Helm(FOLDER)
                .template()
                .withName("vigil")
                .withNamespace("ward")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(FOLDER.resolve(values));
        settings.forEach(template::set);
        return template.call();
    }

    Manifests manifests() {
        return manifests(Map.of());
    }

    public Manifests manifests(Map<String, Object> settings) {
        return Manifests.read(render(settings));
    }
}
