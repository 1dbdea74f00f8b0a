@NullMarked
package health.vigil.api.webhooks;

import org.jspecify.annotations.NullMarked;
