package health.vigil.signin;

import health.vigil.access.As;
import health.vigil.access.Colleague;
import health.vigil.access.FeverReading;
import health.vigil.access.Role;
import health.vigil.account.ForgedTokens;
import health.vigil.api.AdmittedPatient;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwt.NumericDate;

import static health.vigil.Eventually.await;
import static io.restassured.RestAssured.given;

/// Attackers, by the credentials that they have stolen or forged.
public final class Attackers {
    private static final Map<String, String> MADE = new ConcurrentHashMap<>();

    private Attackers() {}

    /// The alert that a fever raised.
    public record RaisedAlert(String alert, String observation) {}

    public static RaisedAlert fever(AdmittedPatient patient) {
        var alert = FeverReading.of(patient).getFirst();
        var observation = As.role(Role.NURSE)
                .get("/v1/patients/" + patient.patientId() + "/observations")
                .<String>path("items[0].id");
        return new RaisedAlert(alert, observation);
    }

    public static Map<String, Object> reading(AdmittedPatient patient, Duration ago) {
        return FeverReading.reading(patient.patientId(), ago);
    }

    public static void awaitApplied(String observation) {
        await().untilAsserted(() -> As.role(Role.NURSE)
                .get("/v1/observations/" + observation)
                .then()
                .statusCode(200));
    }

    /// The headers of an attacker.
    public static List<String> credentials(String who) throws IOException {
        return switch (who) {
            case "nobody" -> List.of();
            case "cookie" ->
                List.of("Cookie: " + PresentedToken.COOKIE + "=" + MADE.computeIfAbsent(who, _ -> session()));
            default -> List.of("Authorization: Bearer " + token(who));
        };
    }

    private static String token(String who) throws IOException {
        return switch (who) {
            case "colleague" ->
                MADE.computeIfAbsent(who, _ -> Colleague.nurseOf("elsewhere").token());
            case "doctor" ->
                MADE.computeIfAbsent(
                        who,
                        _ -> Colleague.of(Role.PHYSICIAN, Map.of("wards", List.of("elsewhere")))
                                .token());
            case "monitor" ->
                MADE.computeIfAbsent(
                        who,
                        _ -> Colleague.of(Role.DEVICE, Map.of("deviceId", "monitor-a"))
                                .token());
            case "garbage" -> "garbage";
            case "unsigned" -> ForgedTokens.withoutAlgorithm();
            case "public-key" -> ForgedTokens.withThePublicKey();
            case "other-key" -> otherKey();
            case "other-algorithm" -> ForgedTokens.withTheWrongAlgorithm();
            case "expired" ->
                ForgedTokens.changed(claims -> claims.setExpirationTime(NumericDate.fromSeconds(1_000_003_600)));
            case "endless" -> ForgedTokens.changed(claims -> claims.unsetClaim("exp"));
            case "other-issuer" -> ForgedTokens.changed(claims -> claims.setIssuer("somebody"));
            case "other-audience" -> ForgedTokens.changed(claims -> claims.setAudience("somebody"));
            case "unknown" -> ForgedTokens.unknown();
            case "promoted" -> ForgedTokens.promoted();
            default -> As.token(Role.valueOf(who.toUpperCase(Locale.ROOT)));
        };
    }

    private static String otherKey() {
        try {
            return ForgedTokens.withAnotherKey();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String session() {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "username", "nurse", "password", As.issued(Role.NURSE).password()))
                .post("/v1/session")
                .cookie(PresentedToken.COOKIE);
    }
}
