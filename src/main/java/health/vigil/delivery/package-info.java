/// Alerts on their way to webhooks: signed, tried again for a day, and never into networks they have no business in.
///
/// Start reading at {@link health.vigil.delivery.Courier}.
@NullMarked
package health.vigil.delivery;

import org.jspecify.annotations.NullMarked;
