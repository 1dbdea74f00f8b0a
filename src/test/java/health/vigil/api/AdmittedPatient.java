package health.vigil.api;

import health.vigil.access.As;
import health.vigil.access.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import static io.restassured.http.ContentType.JSON;

/// A patient whom a nurse admitted through the API, in a ward of its own.
///
/// @param infusedAt to the second
public record AdmittedPatient(String patientId, String episodeId, String ward, Instant infusedAt) {
    public static AdmittedPatient daysAgo(int days) {
        var infusedAt = Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return admit(form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), infusedAt));
    }

    /// Admitted recently enough that no check is due.
    public static AdmittedPatient justNow() {
        var infusedAt = Instant.now().minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        return admit(form("p-" + UUID.randomUUID(), "ward-" + UUID.randomUUID(), infusedAt));
    }

    public static AdmittedPatient into(String ward) {
        var infusedAt = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return admit(form("p-" + UUID.randomUUID(), ward, infusedAt));
    }

    public static AdmittedPatient admit(Map<String, Object> form) {
        var episode = As.role(Role.NURSE)
                .contentType(JSON)
                .body(form)
                .post("/v1/episodes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new AdmittedPatient(
                episode.getString("patientId"),
                episode.getString("id"),
                episode.getString("ward"),
                Instant.parse(episode.getString("infusedAt")));
    }

    /// All fields of the admission form.
    public static Map<String, Object> form(String patientId, String ward, Instant infusedAt) {
        var form = new LinkedHashMap<String, Object>();
        form.put("patientId", patientId);
        form.put("name", "Ada Ward");
        form.put("birthDate", "1961-05-17");
        form.put("sex", "female");
        form.put("weight", 71.5);
        form.put("ward", ward);
        form.put("bed", "12");
        form.put("product", "axicabtagene ciloleucel");
        form.put("indication", "large B-cell lymphoma");
        form.put("infusedAt", infusedAt.toString());
        form.put("baseline", Map.of("systolic", 125, "temperature", 36.7, "spo2", 97, "ice", 10));
        return form;
    }
}
