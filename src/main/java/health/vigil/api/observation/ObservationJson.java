package health.vigil.api.observation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.IdentityRow;
import health.vigil.store.ObservationRow;
import health.vigil.store.QuarantineRow;
import java.util.Optional;

/// Observations as the API tells them: as they were sent, in canonical units, and what became of them.
final class ObservationJson {
    private static final String APPLIED = "applied";
    private static final String QUARANTINED = "quarantined";

    private ObservationJson() {}

    /// @param patient the number that stands for the patient
    static ObjectNode applied(ObservationRow row, PatientId patient) {
        var json = head(row.id, row.sender, APPLIED)
                .put("patientId", patient.value())
                .put("kind", row.kind)
                .put("effectiveAt", row.effectiveAt.toString())
                .put("receivedAt", row.receivedAt.toString());
        json.setAll(JsonColumn.object(row.content));
        put(json, "sentAs", Optional.of(row.patientId).filter(sent -> !sent.equals(patient.value())));
        put(json, "deviceId", Optional.ofNullable(row.deviceId));
        put(json, "enteredBy", Optional.ofNullable(row.enteredBy));
        if (row.isByAnUnverifiedAuthor()) {
            json.put("authorVerified", false);
        }
        put(json, "retractedAt", Optional.ofNullable(row.retractedAt));
        if (!row.graded && !acts(row)) {
            json.put("graded", false)
                    .put("detail", "It is dated more than 2 minutes after its receipt: kept, not graded");
        }
        return json;
    }

    private static boolean acts(ObservationRow row) {
        return Word.of(Kind.class, row.kind).filter(Kind::actsOnWhatItNames).isPresent();
    }

    /// @param decision of a person, where it is not applied
    static ObjectNode known(IdentityRow row, Optional<String> decision) {
        var json = head(row.id, row.sender, row.state);
        put(json, "detail", decision.or(() -> Optional.ofNullable(row.detail)));
        put(json, "patientId", Optional.ofNullable(row.patientId));
        return json.put("kind", row.kind).put("effectiveAt", row.effectiveAt.toString());
    }

    static ObjectNode quarantined(String id, QuarantineRow row) {
        var json = JsonText.object()
                .put("id", id)
                .put("state", QUARANTINED)
                .put("detail", row.detail)
                .put("receivedAt", row.receivedAt.toString());
        put(json, "sender", Optional.ofNullable(row.sender));
        put(json, "patientId", Optional.ofNullable(row.patientId));
        put(json, "deviceId", Optional.ofNullable(row.deviceId));
        return json;
    }

    private static ObjectNode head(String id, String sender, String state) {
        return JsonText.object().put("id", id).put("sender", sender).put("state", state);
    }

    private static void put(ObjectNode json, String field, Optional<?> value) {
        value.ifPresent(present -> json.put(field, present.toString()));
    }
}
