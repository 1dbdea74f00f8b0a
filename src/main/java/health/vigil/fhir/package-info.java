/// FHIR R4: what the resources of other systems say. Pure so far: no HTTP, no database.
///
/// Start reading at {@link health.vigil.fhir.FhirReader}.
@NullMarked
package health.vigil.fhir;

import org.jspecify.annotations.NullMarked;
