/// Which device speaks for which patient, and since when.
@NullMarked
package health.vigil.api.devices;

import org.jspecify.annotations.NullMarked;
