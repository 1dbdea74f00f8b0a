package health.vigil.alert;

import health.vigil.observation.NotDoneReason;
import java.time.Instant;

/// Somebody went to check a patient and could not.
public record NotDone(NotDoneReason reason, Instant at) {}
