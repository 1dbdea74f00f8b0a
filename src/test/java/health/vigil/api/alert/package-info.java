@NullMarked
package health.vigil.api.alert;

import org.jspecify.annotations.NullMarked;
