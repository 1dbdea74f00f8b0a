package health.vigil.intake;

import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;

/// Whose observation a sender says it is.
public sealed interface Sender {
    /// The sender named the patient.
    record ByPatient(PatientId patientId) implements Sender {}

    /// The sender named a device: the patient is whom it was bound to at the observation's time.
    record ByDevice(DeviceId deviceId) implements Sender {}
}
