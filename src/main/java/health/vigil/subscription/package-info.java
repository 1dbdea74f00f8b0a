/// Sends notifications to the receivers of subscriptions in FHIR. The connection and the rules for addresses are
/// those of webhooks.
///
/// Start reading at `SubscriptionCourier`.
@NullMarked
package health.vigil.subscription;

import org.jspecify.annotations.NullMarked;
