package health.vigil.grading;

import health.vigil.observation.ObservationId;
import health.vigil.observation.OxygenTherapy;

/// A charted device other than room air, and the grade it gives while it stands.
record OxygenEntry(OxygenTherapy therapy, ObservationId id, int grade) {}
