package health.vigil.intake;

import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;

/// The subject of an observation, as its sender named it.
public sealed interface Subject {
    /// The sender named the patient.
    record ByPatient(PatientId patientId) implements Subject {}

    /// The sender named a device. The patient is the one it was bound to at the observation's time.
    record ByDevice(DeviceId deviceId) implements Subject {}
}
