package health.vigil.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/// An account of the service.
record Account(String username, String password, String token) {
    /// The account of the first start, from `credentials.json`.
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

    /// A patient or a caregiver of one patient, for one test.
    static Account atHome(String role, String patientId) {
        return TestPatient.as("admin")
                .body(Map.of("username", role + "-" + UUID.randomUUID(), "role", role, "patientId", patientId))
                .post("/v1/accounts")
                .as(Account.class);
    }

    /// A nurse of one ward, for one test.
    static Account nurseOf(String ward) {
        return TestPatient.as("admin")
                .body(Map.of("username", "pages-" + UUID.randomUUID(), "role", "nurse", "wards", List.of(ward)))
                .post("/v1/accounts")
                .as(Account.class);
    }
}
