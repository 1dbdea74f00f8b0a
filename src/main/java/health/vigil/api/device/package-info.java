/// Which device speaks for which patient, and since when.
@NullMarked
package health.vigil.api.device;

import org.jspecify.annotations.NullMarked;
