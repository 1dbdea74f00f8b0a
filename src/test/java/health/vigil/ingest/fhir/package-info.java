@NullMarked
package health.vigil.ingest.fhir;

import org.jspecify.annotations.NullMarked;
