/// Where alerts are delivered besides the stream. Registration; the delivery reads the same table.
@NullMarked
package health.vigil.api.webhook;

import org.jspecify.annotations.NullMarked;
