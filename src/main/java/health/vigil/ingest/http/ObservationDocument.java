package health.vigil.ingest.http;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An observation as senders write it: `docs/messages.md`. The fields of its kind stand beside these.
///
/// @param id that its sender has given it
/// @param patientId whose it is; absent where a device speaks for itself
/// @param deviceId that speaks for itself; absent where the patient is named
/// @param corrects the id of the sender's observation that it takes the place of
@Schema(
        name = "Observation",
        description = "docs/messages.md says which fields of each kind stand beside these.",
        additionalProperties = Schema.True.class)
record ObservationDocument(
        @Schema(required = true) String id,
        Optional<String> patientId,
        Optional<String> deviceId,
        @Schema(required = true) String kind,
        @Schema(required = true) Instant effectiveAt,
        Optional<String> corrects) {}
