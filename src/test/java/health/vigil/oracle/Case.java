package health.vigil.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.oracle.OraclePatient.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// A patient with observations given by the time since the infusion, in JSON with single quotes.
record Case(OraclePatient patient) {

    static final Instant INFUSED_AT = Instant.parse("2026-03-02T09:00:00Z");

    /// The smallest step of time.
    static final Duration TICK = Duration.ofNanos(1_000);

    static final Case ADULT = aged(60, "{'systolic': 120}");

    static Case aged(int years, String baseline) {
        return new Case(new OraclePatient(
                LocalDate.parse("2026-01-01").minusYears(years),
                INFUSED_AT,
                ZoneOffset.UTC,
                List.of(new Baseline(json(baseline), INFUSED_AT))));
    }

    static Case adult(String baseline) {
        return aged(60, baseline);
    }

    Case infusedAgain(Duration after) {
        return new Case(new OraclePatient(
                patient.birthDate(), INFUSED_AT, ZoneOffset.UTC, patient.baselines(), List.of(INFUSED_AT.plus(after))));
    }

    OracleGrade grade(Duration after, ObjectNode... observations) {
        return NaiveGrading.grade(
                patient, List.of(observations), INFUSED_AT.plus(after), INFUSED_AT.plus(Duration.ofDays(90)));
    }

    Integer crs(Duration after, ObjectNode... observations) {
        return grade(after, observations).crs();
    }

    Integer icans(Duration after, ObjectNode... observations) {
        return grade(after, observations).icans();
    }

    Set<String> crsFlags(Duration after, ObjectNode... observations) {
        return grade(after, observations).crsFlags();
    }

    Set<String> icansFlags(Duration after, ObjectNode... observations) {
        return grade(after, observations).icansFlags();
    }

    /// An observation of this kind, received at its own time.
    static ObjectNode at(Duration after, String kind, String fields) {
        String at = INFUSED_AT.plus(after).toString();
        return json("{" + fields + "}")
                .put("kind", kind)
                .put("id", kind + (fields + after).hashCode())
                .put("effectiveAt", at)
                .put("receivedAt", at);
    }

    static ObjectNode vitals(Duration after, String fields) {
        return at(after, "vital-signs", fields);
    }

    static ObjectNode fever(Duration after) {
        return vitals(after, "'temperature': 38.5");
    }

    /// A temperature that is not a fever.
    static ObjectNode cool(Duration after) {
        return vitals(after, "'temperature': 37.0");
    }

    static ObjectNode systolic(Duration after, String value) {
        return vitals(after, "'systolic': " + value);
    }

    static ObjectNode spo2(Duration after, String value) {
        return vitals(after, "'spo2': " + value);
    }

    static ObjectNode oxygen(Duration after, String device, String more) {
        return at(after, "oxygen-therapy", "'device': '" + device + "'" + more);
    }

    static ObjectNode pressor(Duration after, String agent, String action) {
        return pressor(after, agent, action, "");
    }

    static ObjectNode pressor(Duration after, String agent, String action, String more) {
        return at(after, "vasopressor", "'agent': '" + agent + "', 'action': '" + action + "'" + more);
    }

    static ObjectNode bolus(Duration after) {
        return at(after, "fluid-bolus", "'volume': 500, 'reason': 'hypotension'");
    }

    static ObjectNode drug(Duration after, String drug) {
        return at(after, "medication", "'drug': '" + drug + "'");
    }

    static ObjectNode physician(Duration after, String action) {
        return at(after, "crs-course", "'action': '" + action + "'");
    }

    static ObjectNode check(Duration after, String fields) {
        return at(after, "neuro-check", fields);
    }

    static ObjectNode seizure(Duration after, boolean resolved, String more) {
        return at(after, "seizure", "'type': 'clinical', 'resolved': " + resolved + more);
    }

    static ObjectNode finding(Duration after, String finding, boolean present) {
        return at(after, "neuro-finding", "'finding': '" + finding + "', 'present': " + present);
    }

    /// Without an end of its own.
    static ObjectNode attribution(Duration signed, String component, Duration from) {
        return at(signed, "attribution", "'components': ['" + component + "'], 'cause': 'another'")
                .put("from", INFUSED_AT.plus(from).toString());
    }

    static ObjectNode attribution(Duration signed, String component, Duration from, Duration until) {
        return attribution(signed, component, from)
                .put("until", INFUSED_AT.plus(until).toString());
    }

    static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    static ObjectNode json(String fields) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(fields.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(fields, e);
        }
    }
}
