/// Error responses: problem documents (RFC 9457), the exception that ends a request with one, and the form that
/// FHIR has for them.
@NullMarked
package health.vigil.problem;

import org.jspecify.annotations.NullMarked;
