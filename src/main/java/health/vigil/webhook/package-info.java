/// Sends alerts to webhooks: signs them, retries for a day, and refuses addresses inside the hospital.
///
/// Start reading at `Courier`.
@NullMarked
package health.vigil.webhook;

import org.jspecify.annotations.NullMarked;
