package health.vigil.intake;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.intake.json.SubmissionReader;
import health.vigil.json.StrictJson;
import health.vigil.json.Violation;
import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import health.vigil.observation.Sender;
import java.time.Instant;
import java.util.List;

/// Observations as senders write them, and their parsed form.
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private Samples() {}

    /// An observation of p-1 an hour ago, with these fields of its kind.
    public static String message(Kind kind, String fields) {
        return "{\"id\": \"o-1\", \"patientId\": \"p-1\", \"effectiveAt\": \"2026-03-02T11:00:00Z\", \"kind\": \""
                + kind.word() + "\"" + (fields.isEmpty() ? "" : ", " + fields.replace('\'', '"')) + "}";
    }

    public static JsonNode json(String text) {
        if (StrictJson.parse(text) instanceof StrictJson.Parsed.Value(var node)) {
            return node;
        }
        throw new AssertionError("No JSON: " + text);
    }

    public static ReadResult read(String text) {
        return SubmissionReader.read(json(text), Sender.STREAM, NOW);
    }

    public static ReadResult read(Kind kind, String fields) {
        return read(message(kind, fields));
    }

    public static ReadResult.Valid accepted(String text) {
        return switch (read(text)) {
            case ReadResult.Valid accepted -> accepted;
            case ReadResult.Invalid(var _, var violations) -> throw new AssertionError(text + ": " + violations);
        };
    }

    public static Content content(Kind kind, String fields) {
        return accepted(message(kind, fields)).submission().content();
    }

    public static List<Violation> violations(String text) {
        return switch (read(text)) {
            case ReadResult.Valid _ -> throw new AssertionError("Accepted: " + text);
            case ReadResult.Invalid(var _, var violations) -> violations;
        };
    }

    /// The required fields of each kind.
    public static String least(Kind kind) {
        return switch (kind) {
            case VITAL_SIGNS -> "'heartRate': 88";
            case OXYGEN_THERAPY -> "'device': 'room-air'";
            case VASOPRESSOR -> "'agent': 'norepinephrine', 'action': 'started'";
            case FLUID_BOLUS -> "'volume': 500, 'reason': 'hypotension'";
            case MEDICATION -> "'drug': 'tocilizumab'";
            case NEURO_CHECK -> "'ice': 10";
            case SEIZURE -> "'type': 'clinical', 'resolved': true";
            case NEURO_FINDING -> "'finding': 'papilloedema', 'present': true";
            case LAB_RESULT -> "'analyte': 'ferritin', 'value': 1200, 'unit': 'ng/mL'";
            case ATTRIBUTION -> "'components': ['fever'], 'cause': 'bacteraemia', 'from': '2026-03-01T00:00:00Z'";
            case CRS_COURSE -> "'action': 'closed'";
            case TRANSFUSION -> "'product': 'platelets', 'reason': 'count'";
            case CULTURE -> "'specimen': 'blood', 'result': 'taken'";
            case DISEASE_EVENT -> "'what': 'progression'";
            case WEIGHT -> "'kg': 71.5";
            case SYNDROME_ASSESSMENT -> "'syndrome': 'iec-hs', 'present': false, 'basis': 'ferritin falls'";
            case GRADE_CONFIRMATION -> "'syndrome': 'crs', 'day': 3, 'grade': 2";
            case HOME_CHECK ->
                "'confusion': false, 'speech': false, 'writing': false, 'shaking': false, 'drowsiness': false";
            case RETRACTION -> "'observationId': 'o-0', 'reason': 'wrong patient'";
            case DEATH -> "'cause': 'crs'";
        };
    }

    /// All fields of each kind.
    public static String most(Kind kind) {
        return switch (kind) {
            case VITAL_SIGNS ->
                "'temperature': 38.4, 'heartRate': 120, 'respiratoryRate': 24, 'systolic': 84, 'diastolic': 50,"
                        + " 'meanArterialPressure': 61, 'spo2': 91, 'temperatureSite': 'ear', 'setting': 'home',"
                        + " 'device': 'ear thermometer'";
            case OXYGEN_THERAPY ->
                "'device': 'other', 'deviceName': 'oxymizer', 'flow': 4, 'fio2': 0.45, 'reason': 'hypoxia'";
            case VASOPRESSOR ->
                "'agent': 'other', 'agentName': 'inopamil', 'action': 'changed', 'infusionId': 'line-1',"
                        + " 'rate': {'value': 0.03, 'unit': '[IU]/min'}";
            case FLUID_BOLUS -> "'volume': 500, 'reason': 'hydration'";
            case MEDICATION -> "'drug': 'other', 'drugName': 'betamethasone', 'dose': 10, 'indication': 'crs'";
            case NEURO_CHECK ->
                "'ice': {'orientation': 3, 'naming': 2, 'commands': 1, 'attention': 1}, 'itemsNotDone': ['writing'],"
                        + " 'consciousness': 'voice', 'notDone': ['capd'], 'notDoneReason': 'asleep',"
                        + " 'tremor': true, 'handwritingChange': false,"
                        + " 'handwritingImage': 'data:image/png;base64,iVBORw0KGgo='";
            case SEIZURE ->
                "'type': 'electrographic', 'durationMinutes': 5.5, 'resolved': false, 'returnedToBaseline': false";
            case NEURO_FINDING -> "'finding': 'headache', 'present': false";
            case LAB_RESULT ->
                "'analyte': 'il-6', 'value': 5000, 'unit': 'pg/mL', 'referenceLow': 0, 'referenceHigh': 5.5,"
                        + " 'comparator': '>'";
            case ATTRIBUTION ->
                "'components': ['hypoxia', 'ice', 'headache'], 'cause': 'pneumonia',"
                        + " 'from': '2026-03-01T00:00:00Z', 'until': '2026-03-02T00:00:00.000001Z'";
            case CRS_COURSE -> "'action': 'opened', 'note': 'norepinephrine without fever'";
            case TRANSFUSION -> "'product': 'red-cells', 'units': 2, 'reason': 'bleeding'";
            case CULTURE -> "'specimen': 'blood', 'result': 'positive', 'organism': 'E. coli'";
            case DISEASE_EVENT -> "'what': 'next-therapy'";
            case WEIGHT -> "'kg': 71.5";
            case SYNDROME_ASSESSMENT ->
                "'syndrome': 'iec-hs', 'present': true, 'grade': 3, 'basis': 'ferritin and fibrinogen'";
            case GRADE_CONFIRMATION ->
                "'syndrome': 'icans', 'course': 1, 'grade': 3, 'by': 'Dr Wood', 'note': 'seen with neurology'";
            case HOME_CHECK ->
                "'confusion': true, 'speech': false, 'writing': true, 'shaking': false, 'drowsiness': false,"
                        + " 'handwritingImage': 'data:image/png;base64,iVBORw0KGgo='";
            case RETRACTION -> "'observationId': 'o-0', 'sender': 'gateway', 'reason': 'wrong patient'";
            case DEATH -> "'cause': 'other'";
        };
    }
}
