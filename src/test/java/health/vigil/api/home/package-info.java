@NullMarked
package health.vigil.api.home;

import org.jspecify.annotations.NullMarked;
