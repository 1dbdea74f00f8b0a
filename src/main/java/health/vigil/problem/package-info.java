/// Error responses: problem documents (RFC 9457) and the exception that ends a request with one.
@NullMarked
package health.vigil.problem;

import org.jspecify.annotations.NullMarked;
