/// Reads the rows of the database that resources of FHIR are made of. What a client reads and what a subscription
/// sends is made of the same.
@NullMarked
package health.vigil.fhirread;

import org.jspecify.annotations.NullMarked;
