package health.vigil.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/// An account that the service made at its first start, as `credentials.json` tells it.
record Account(String username, String password, String token) {
    static Account of(String role) {
        var folder = ConfigProvider.getConfig().getValue("vigil.access.folder", Path.class);
        try {
            var known = new ObjectMapper()
                    .readTree(folder.resolve("credentials.json").toFile())
                    .path(role);
            return new Account(
                    known.path("username").asText(),
                    known.path("password").asText(),
                    known.path("token").asText());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
