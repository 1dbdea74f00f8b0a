@NullMarked
package health.vigil.api.devices;

import org.jspecify.annotations.NullMarked;
