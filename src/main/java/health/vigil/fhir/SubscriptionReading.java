package health.vigil.fhir;

import java.util.List;

/// What became of a body that should be a Subscription.
public sealed interface SubscriptionReading {
    record ReadSubscription(SubscriptionDraft draft) implements SubscriptionReading {}

    record RefusedSubscription(List<FhirIssue> faults) implements SubscriptionReading {
        public RefusedSubscription {
            faults = List.copyOf(faults);
        }
    }
}
