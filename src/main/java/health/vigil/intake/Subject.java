package health.vigil.intake;

import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;

/// Whom an observation is about, as its sender says.
public sealed interface Subject {
    /// The sender named the patient.
    record ByPatient(PatientId patientId) implements Subject {}

    /// The sender named a device: the patient is whom it was bound to at the observation's time.
    record ByDevice(DeviceId deviceId) implements Subject {}
}
