package health.vigil.fhir;

import org.hl7.fhir.r4.model.Resource;

/// Writes resources as JSON.
public final class FhirWriter {
    private FhirWriter() {}

    public static String write(Resource resource) {
        return FhirParser.Definitions.R4.newJsonParser().encodeResourceToString(resource);
    }
}
