package health.vigil.api.observation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.json.JsonColumn;
import health.vigil.observation.Kind;
import health.vigil.observation.PatientId;
import health.vigil.observation.Word;
import health.vigil.store.IdentityRow;
import health.vigil.store.ObservationRow;
import health.vigil.store.QuarantineRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An observation in a response: its state, and its content in canonical units.
///
/// @param state `applied` or `quarantined`
/// @param sentAs the number it was sent with, if another one stands for the patient
/// @param authorVerified false if another system named the author
/// @param graded false if it is stored but not graded
/// @param detail why it is not applied or not graded
/// @param content the fields of its kind; those of a retraction name the sender of its target
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(additionalProperties = Schema.True.class)
record ObservationView(
        String id,
        Optional<String> sender,
        String state,
        Optional<String> patientId,
        Optional<String> sentAs,
        Optional<String> kind,
        Optional<Instant> effectiveAt,
        Optional<Instant> receivedAt,
        Optional<String> deviceId,
        Optional<String> enteredBy,
        Optional<Boolean> authorVerified,
        Optional<Instant> retractedAt,
        Optional<Boolean> graded,
        Optional<String> detail,
        @JsonAnyGetter @Schema(hidden = true) Map<String, JsonNode> content) {
    private static final String APPLIED = "applied";
    private static final String QUARANTINED = "quarantined";
    private static final String SENDER = "sender";
    private static final String DATED_AHEAD =
            "It is dated more than 2 minutes after its receipt: stored, but not" + " graded";

    /// @param patient the number that stands for the patient
    static ObservationView applied(ObservationRow row, PatientId patient) {
        var content = new LinkedHashMap<String, JsonNode>();
        JsonColumn.object(row.content).properties().forEach(field -> content.put(field.getKey(), field.getValue()));
        var datedAhead = Optional.of(DATED_AHEAD).filter(_ -> !row.graded && !acts(row));
        return new ObservationView(
                row.id,
                Optional.of(row.sender).filter(_ -> !content.containsKey(SENDER)),
                APPLIED,
                Optional.of(patient.value()),
                Optional.of(row.patientId).filter(sent -> !sent.equals(patient.value())),
                Optional.of(row.kind),
                Optional.of(row.effectiveAt),
                Optional.of(row.receivedAt),
                Optional.ofNullable(row.deviceId),
                Optional.ofNullable(row.enteredBy),
                Optional.of(false).filter(_ -> row.isByAnUnverifiedAuthor()),
                Optional.ofNullable(row.retractedAt),
                datedAhead.map(_ -> false),
                datedAhead,
                content);
    }

    private static boolean acts(ObservationRow row) {
        return Word.of(Kind.class, row.kind).filter(Kind::actsOnWhatItNames).isPresent();
    }

    /// @param decision a person's decision, if it is not applied
    static ObservationView known(IdentityRow row, Optional<String> decision) {
        return new ObservationView(
                row.id,
                Optional.of(row.sender),
                row.state,
                Optional.ofNullable(row.patientId),
                Optional.empty(),
                Optional.of(row.kind),
                Optional.of(row.effectiveAt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                decision.or(() -> Optional.ofNullable(row.detail)),
                Map.of());
    }

    static ObservationView quarantined(String id, QuarantineRow row) {
        return new ObservationView(
                id,
                Optional.ofNullable(row.sender),
                QUARANTINED,
                Optional.ofNullable(row.patientId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.receivedAt),
                Optional.ofNullable(row.deviceId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.detail),
                Map.of());
    }
}
