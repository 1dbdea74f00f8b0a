/// Tests of our data as FHIR resources.
@NullMarked
package health.vigil.fhirview;

import org.jspecify.annotations.NullMarked;
