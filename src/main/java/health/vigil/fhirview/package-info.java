/// Our data as FHIR R4 resources: no HTTP, no database.
///
/// Start reading at {@link health.vigil.fhirview.ChartedResources}.
@NullMarked
package health.vigil.fhirview;

import org.jspecify.annotations.NullMarked;
