package health.vigil.fhir;

import java.util.Optional;
import java.util.Set;

/// How the resources of other systems name our patients and devices.
///
/// @param patients the system of an identifier whose value is our patient's id
/// @param patientBases the base addresses of servers whose patients have our ids
/// @param devices the system of an identifier whose value is our device's id
public record SubjectSystems(String patients, Set<String> patientBases, Optional<String> devices) {
    public SubjectSystems {
        patientBases = Set.copyOf(patientBases);
    }
}
