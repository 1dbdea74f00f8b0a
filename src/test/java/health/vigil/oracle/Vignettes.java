package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OraclePatient.Baseline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The worked cases of `vignettes.json`, with hours since infusion converted to times.
public final class Vignettes {

    private static final Instant INFUSED_AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final BigDecimal MICROS_PER_HOUR = new BigDecimal("3600000000");

    private Vignettes() {}

    /// One case. An observation is received at its own time, also an attribution.
    ///
    /// @param observations in the wire format with `receivedAt`, in the order of the file
    public record Vignette(
            String id, String why, OraclePatient patient, List<ObjectNode> observations, List<Check> checks) {}

    /// The expected grades at a time, as known then; null is "not known".
    public record Check(Instant at, Integer crs, Integer icans) {}

    public static List<Vignette> all() {
        try (InputStream file = Vignettes.class.getResourceAsStream("/vignettes.json")) {
            List<Vignette> vignettes = new ArrayList<>();
            new ObjectMapper().readTree(file).forEach(vignette -> vignettes.add(read(vignette)));
            return vignettes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vignette read(JsonNode vignette) {
        onlyKnows(vignette, Set.of("id", "why", "ageYears", "baseline", "observations", "checks"));
        String id = vignette.get("id").textValue();
        List<ObjectNode> observations = new ArrayList<>();
        for (JsonNode observation : vignette.get("observations")) {
            observations.add(onTheWire(observation.deepCopy(), id, observations.size()));
        }
        List<Check> checks = new ArrayList<>();
        for (JsonNode check : vignette.get("checks")) {
            onlyKnows(check, Set.of("atHours", "crs", "icans"));
            checks.add(new Check(hoursIn(check, "atHours"), gradeIn(check, "crs"), gradeIn(check, "icans")));
        }
        return new Vignette(id, vignette.get("why").textValue(), patient(vignette), observations, checks);
    }

    /// Fails on unknown fields, which would otherwise not be checked.
    private static void onlyKnows(JsonNode object, Set<String> fields) {
        object.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw new IllegalArgumentException("a worked case says " + field + ", which is not read: " + object);
            }
        });
    }

    private static OraclePatient patient(JsonNode vignette) {
        int age = vignette.get("ageYears").intValue();
        return new OraclePatient(
                INFUSED_AT.atZone(ZoneOffset.UTC).toLocalDate().minusYears(age),
                INFUSED_AT,
                ZoneOffset.UTC,
                List.of(new Baseline(vignette.get("baseline"), INFUSED_AT)));
    }

    private static ObjectNode onTheWire(ObjectNode body, String vignetteId, int index) {
        String at = hoursIn(body, "atHours").toString();
        body.put("id", vignetteId + "-" + index).put("patientId", vignetteId);
        body.put("effectiveAt", at).put("receivedAt", at).remove("atHours");
        move(body, "fromHours", "from");
        move(body, "untilHours", "until");
        return body;
    }

    private static void move(ObjectNode body, String hours, String field) {
        if (body.has(hours)) {
            body.put(field, hoursIn(body, hours).toString()).remove(hours);
        }
    }

    private static Instant hoursIn(JsonNode holder, String field) {
        BigDecimal micros = holder.get(field).decimalValue().multiply(MICROS_PER_HOUR);
        return INFUSED_AT.plus(micros.longValueExact(), ChronoUnit.MICROS);
    }

    private static Integer gradeIn(JsonNode check, String field) {
        return check.get(field).isNull()
                ? null
                : Integer.valueOf(check.get(field).intValue());
    }
}
