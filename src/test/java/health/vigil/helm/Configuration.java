package health.vigil.helm;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// The `application.properties` of a role, or of the migration.
record Configuration(String text) {
    static Configuration of(Manifests manifests, String role) {
        return new Configuration(manifests.configuration(role));
    }

    /// In the order of the file.
    List<String> names() {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    String value(String name) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty(name), name);
    }
}
