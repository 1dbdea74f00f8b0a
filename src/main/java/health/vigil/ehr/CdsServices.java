package health.vigil.ehr;

import java.util.List;
import java.util.Map;

/// What an EHR discovers.
record CdsServices(List<CdsService> services) {
    static final CdsServices ALL = new CdsServices(List.of(new CdsService(
            CdsCall.HOOK,
            "CAR-T toxicity",
            "The grades of CRS and ICANS of a patient whom Vigil watches, with their reasons. It recommends no treatment.",
            CdsEndpoint.ID,
            Map.of("patient", "Patient/{{context.patientId}}"),
            "The prefetched Patient must have an identifier in the hospital's system of patient ids.")));

    /// @param prefetch the FHIR queries whose results a call has to bring, by their names
    record CdsService(
            String hook,
            String title,
            String description,
            String id,
            Map<String, String> prefetch,
            String usageRequirements) {}
}
