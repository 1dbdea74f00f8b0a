/// Checks the safety file against the tests.
@NullMarked
package health.vigil.safety;

import org.jspecify.annotations.NullMarked;
