@NullMarked
package health.vigil.api.quarantine;

import org.jspecify.annotations.NullMarked;
