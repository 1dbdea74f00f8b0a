package health.vigil.api.fhir;

import health.vigil.observation.PatientId;
import org.hl7.fhir.r4.model.Resource;

/// A result of a search.
///
/// @param subject the number that stands for its patient
/// @param place where the next page would begin after it
record FoundResource(Resource resource, PatientId subject, SearchPlace place) {}
