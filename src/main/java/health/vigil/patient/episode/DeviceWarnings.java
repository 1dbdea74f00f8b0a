package health.vigil.patient.episode;

import java.util.List;

/// What whoever moves a patient, or takes a discharge back, should know of the devices.
final class DeviceWarnings {
    private DeviceWarnings() {}

    /// A sentence for each device that is still bound after a move.
    static List<String> stillBound(List<String> devices) {
        return devices.stream()
                .map(device -> device + " is still bound to the patient: if it stays behind, unbind it or bind it anew")
                .toList();
    }

    /// A sentence for each device whose binding ended with the discharge.
    static List<String> toBeBoundAgain(List<String> devices) {
        return devices.stream()
                .map(device -> device + " was unbound by the discharge and speaks for nobody: bind it again")
                .toList();
    }
}
