@NullMarked
package health.vigil.api.webhook;

import org.jspecify.annotations.NullMarked;
