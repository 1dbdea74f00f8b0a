/// Reading our data as FHIR R4 over HTTP: reads by id, searches, and everything about a patient.
@NullMarked
package health.vigil.api.fhir;

import org.jspecify.annotations.NullMarked;
