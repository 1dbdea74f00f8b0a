@NullMarked
package health.vigil.api.alerts;

import org.jspecify.annotations.NullMarked;
