package health.vigil.ingest.http;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An observation as senders write it: `docs/messages.md`. The fields of its kind stand beside these.
///
/// @param id the id that its sender gave it
/// @param patientId the patient; absent if deviceId is given
/// @param deviceId the device; absent if patientId is given
/// @param corrects the id of the sender's observation that it replaces
@Schema(
        name = "Observation",
        description = "The fields of each kind follow beside these: see docs/messages.md.",
        additionalProperties = Schema.True.class)
record ObservationDocument(
        @Schema(required = true) String id,
        Optional<String> patientId,
        Optional<String> deviceId,
        @Schema(required = true) String kind,
        @Schema(required = true) Instant effectiveAt,
        Optional<String> corrects) {}
