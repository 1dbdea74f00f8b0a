package health.vigil.alert;

import health.vigil.observation.NotDoneReason;
import java.time.Instant;

/// A check that was tried and could not be done.
public record NotDone(NotDoneReason reason, Instant at) {}
