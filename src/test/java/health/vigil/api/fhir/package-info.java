/// Tests of reading FHIR over HTTP.
@NullMarked
package health.vigil.api.fhir;

import org.jspecify.annotations.NullMarked;
