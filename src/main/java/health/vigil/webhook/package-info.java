/// Sends alerts to webhooks: signs them, tries again for a day, and refuses addresses inside the hospital.
///
/// Start reading at `Courier`.
@NullMarked
package health.vigil.webhook;

import org.jspecify.annotations.NullMarked;
