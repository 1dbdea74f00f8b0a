/// Takes FHIR R4 over HTTP: single resources and Bundles.
///
/// Start reading at [FhirWriteResource] and [FhirIntake].
@NullMarked
package health.vigil.ingest.fhir;

import org.jspecify.annotations.NullMarked;
