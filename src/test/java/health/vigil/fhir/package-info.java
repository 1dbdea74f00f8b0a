/// Tests of what FHIR resources say.
@NullMarked
package health.vigil.fhir;

import org.jspecify.annotations.NullMarked;
