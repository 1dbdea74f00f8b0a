package health.vigil.patient.episode;

import java.util.List;

/// Warnings about devices, for a user who moves a patient or undoes a discharge.
final class DeviceWarnings {
    private DeviceWarnings() {}

    /// A sentence for each device that is still bound after a move.
    static List<String> stillBound(List<String> devices) {
        return devices.stream()
                .map(device -> device
                        + " is still bound to the patient: if it did not move along, unbind it or bind it to another")
                .toList();
    }

    /// A sentence for each device whose binding ended with the discharge.
    static List<String> toBeBoundAgain(List<String> devices) {
        return devices.stream()
                .map(device -> device + " was unbound by the discharge: bind it again")
                .toList();
    }
}
