/// Registers the webhooks to which alerts are delivered. The package `webhook` delivers them from the same table.
@NullMarked
package health.vigil.api.webhook;

import org.jspecify.annotations.NullMarked;
