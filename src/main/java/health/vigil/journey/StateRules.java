package health.vigil.journey;

import java.time.Instant;
import java.util.Optional;

/// Which steps a journey may take. A refusal is a sentence.
public final class StateRules {
    private StateRules() {}

    /// Why a step is not possible; empty if it is.
    public static Optional<String> refusal(ProductJourney journey, StateChange step, JourneyPolicy policy) {
        return timing(journey, step).or(() -> switch (step.state()) {
            case INFUSED -> Optional.of("infused is reached by an infusion record only");
            case ON_HOLD -> hold(journey, step);
            case CANCELLED -> cancellation(journey, step);
            case REFERRED,
                    ACCEPTED,
                    COLLECTION_PLANNED,
                    COLLECTED,
                    IN_MANUFACTURE,
                    OUT_OF_SPECIFICATION,
                    FAILED,
                    RELEASED,
                    DELIVERED,
                    LYMPHODEPLETION,
                    READY,
                    MONITORED,
                    CLOSED -> inLine(journey, step, policy);
        });
    }

    private static Optional<String> timing(ProductJourney journey, StateChange step) {
        var last = journey.last().stamp().at();
        return step.stamp().at().isBefore(last)
                ? Optional.of("at must not be before the last step, at " + last)
                : Optional.empty();
    }

    private static Optional<String> hold(ProductJourney journey, StateChange step) {
        if (journey.state().afterInfusion() || journey.state() == JourneyState.CANCELLED) {
            return Optional.of("a journey that is " + journey.state().word() + " cannot be put on hold");
        }
        return step.reason().isEmpty() || step.reviewAt().isEmpty()
                ? Optional.of("a hold needs a reason and reviewAt")
                : Optional.empty();
    }

    private static Optional<String> cancellation(ProductJourney journey, StateChange step) {
        if (journey.state().afterInfusion()) {
            return Optional.of("a journey with an infusion is closed, not cancelled");
        }
        if (journey.state() == JourneyState.CANCELLED) {
            return Optional.of("it is cancelled already");
        }
        return step.cause().isEmpty() ? Optional.of("a cancellation needs a cause") : Optional.empty();
    }

    private static Optional<String> inLine(ProductJourney journey, StateChange step, JourneyPolicy policy) {
        var from = journey.stateInLine();
        var to = step.state();
        if (journey.state().interrupts()) {
            return resumed(journey, step)
                    .or(() -> from == to ? guard(journey, step, policy) : moved(journey, step, policy));
        }
        return from == to ? Optional.of("it is " + to.word() + " already") : moved(journey, step, policy);
    }

    /// After a cancellation the journey goes on where it was, with a reason.
    private static Optional<String> resumed(ProductJourney journey, StateChange step) {
        if (journey.state() != JourneyState.CANCELLED) {
            return Optional.empty();
        }
        return step.reason().isPresent() && step.state() == journey.stateInLine()
                ? Optional.empty()
                : Optional.of("a cancelled journey goes on as "
                        + journey.stateInLine().word() + " only, with a reason");
    }

    private static Optional<String> moved(ProductJourney journey, StateChange step, JourneyPolicy policy) {
        var from = journey.stateInLine();
        var to = step.state();
        if (from.afterInfusion() != to.afterInfusion()) {
            return acrossTheInfusion(journey, step).or(() -> guard(journey, step, policy));
        }
        if (to.deviates() && !from.deviates() && to.compareTo(from) > 0 && from != JourneyState.IN_MANUFACTURE) {
            return Optional.of(to.word() + " comes from in-manufacture only");
        }
        if (from.deviates()) {
            return afterDeviation(from, to).or(() -> guard(journey, step, policy));
        }
        return back(from, to) && step.reason().isEmpty()
                ? Optional.of("a step back from " + from.word() + " to " + to.word() + " needs a reason")
                : guard(journey, step, policy);
    }

    private static boolean back(JourneyState from, JourneyState to) {
        return to.compareTo(from) < 0;
    }

    private static Optional<String> acrossTheInfusion(ProductJourney journey, StateChange step) {
        if (step.state().afterInfusion()) {
            return Optional.of(step.state().word() + " needs an infusion record");
        }
        if (journey.infusion().isPresent()) {
            return Optional.of("the infusion stands: void its admission first");
        }
        return step.reason().isEmpty() ? Optional.of("a step back needs a reason") : Optional.empty();
    }

    /// `out-of-specification` and `failed` lead to a release, to another manufacture, or to each other.
    private static Optional<String> afterDeviation(JourneyState from, JourneyState to) {
        return to == JourneyState.RELEASED || to == JourneyState.IN_MANUFACTURE || to.deviates()
                ? Optional.empty()
                : Optional.of(from.word() + " leads to released, in-manufacture or cancelled only");
    }

    /// What a state needs on file.
    private static Optional<String> guard(ProductJourney journey, StateChange step, JourneyPolicy policy) {
        return switch (step.state()) {
            case COLLECTION_PLANNED ->
                need(
                        journey.facts().apheresis().plannedAt().isPresent(),
                        "collection-planned needs apheresis.plannedAt");
            case RELEASED -> {
                var release = ReleaseCheck.of(journey);
                yield need(release.state() == CheckState.GREEN, release.sentence());
            }
            case DELIVERED ->
                need(journey.receivedAt().isPresent(), "delivered needs received-by-hospital in the custody");
            case READY -> ready(Readiness.of(journey, policy, step.stamp().at()));
            case REFERRED,
                    ACCEPTED,
                    COLLECTED,
                    IN_MANUFACTURE,
                    OUT_OF_SPECIFICATION,
                    FAILED,
                    LYMPHODEPLETION,
                    INFUSED,
                    MONITORED,
                    CLOSED,
                    ON_HOLD,
                    CANCELLED -> Optional.empty();
        };
    }

    private static Optional<String> ready(Readiness readiness) {
        return need(readiness.complete(), "not ready: " + String.join("; ", readiness.missing()));
    }

    private static Optional<String> need(boolean holds, String refusal) {
        return holds ? Optional.empty() : Optional.of(refusal);
    }

    /// Why an infusion cannot be recorded; empty if it can.
    ///
    /// @param proposed the journey with the infusion
    public static Optional<String> refusal(ProductJourney journey, ProductJourney proposed, JourneyPolicy policy) {
        if (journey.infusion().isPresent()) {
            return Optional.of("the infusion is recorded already");
        }
        if (journey.state() != JourneyState.READY) {
            return Optional.of("the journey is " + journey.state().word() + ", not ready");
        }
        var start = proposed.infusion().orElseThrow().infusion().startedAt();
        if (start.isBefore(journey.last().stamp().at())) {
            return Optional.of("the infusion began before the journey was ready, at "
                    + journey.last().stamp().at());
        }
        return stops(proposed, policy, start).or(() -> ready(Readiness.of(journey, policy, start)));
    }

    private static Optional<String> stops(ProductJourney proposed, JourneyPolicy policy, Instant start) {
        var stops = JourneyChecks.of(proposed, policy, start).stream()
                .filter(CheckFinding::stopsTheInfusion)
                .map(CheckFinding::sentence)
                .toList();
        return need(stops.isEmpty(), String.join("; ", stops));
    }
}
