@NullMarked
package health.vigil.webhook;

import org.jspecify.annotations.NullMarked;
