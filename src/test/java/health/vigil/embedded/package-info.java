/// Tests the embedded servers with real processes, and provides them to all other tests.
@NullMarked
package health.vigil.embedded;

import org.jspecify.annotations.NullMarked;
