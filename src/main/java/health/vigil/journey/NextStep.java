package health.vigil.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a journey waits for, and whose move it is.
///
/// @param dueAt when it is planned; empty if no date is known
/// @param lateDays by how many days it is late
public record NextStep(String step, StepOwner owner, Optional<Instant> dueAt, Optional<BigDecimal> lateDays) {
    private static final Duration DAY_100 = Duration.ofDays(100);

    public static NextStep of(ProductJourney journey, JourneyPolicy policy, Instant at) {
        var step = of(journey);
        var allowed = journey.state() == JourneyState.IN_MANUFACTURE ? policy.lateAfter() : Duration.ZERO;
        return new NextStep(
                step.step(),
                step.owner(),
                step.dueAt(),
                step.dueAt().filter(due -> late(due, allowed, at)).map(due -> Spans.days(due, at)));
    }

    /// A release is late from the last of the allowed days on, anything else as soon as its time has passed.
    private static boolean late(Instant due, Duration allowed, Instant at) {
        var limit = due.plus(allowed);
        return allowed.isZero() ? at.isAfter(limit) : !at.isBefore(limit);
    }

    private static NextStep of(ProductJourney journey) {
        var facts = journey.facts();
        return switch (journey.state()) {
            case REFERRED -> step("decide on the referral", StepOwner.COORDINATOR, Optional.empty());
            case ACCEPTED ->
                step(
                        "plan the collection",
                        StepOwner.COORDINATOR,
                        facts.apheresis().plannedAt());
            case COLLECTION_PLANNED ->
                step(
                        "collect the cells",
                        StepOwner.COLLECTION_CENTRE,
                        facts.apheresis().plannedAt());
            case COLLECTED -> step("begin the manufacture", StepOwner.MANUFACTURER, Optional.empty());
            case IN_MANUFACTURE ->
                step(
                        "release the product",
                        StepOwner.MANUFACTURER,
                        facts.manufacturing().expectedReleaseAt());
            case OUT_OF_SPECIFICATION, FAILED ->
                step("decide about the product", StepOwner.PHYSICIAN, Optional.empty());
            case RELEASED -> step("deliver the product", StepOwner.COURIER, Optional.empty());
            case DELIVERED ->
                step(
                        "begin lymphodepletion",
                        StepOwner.WARD,
                        facts.lymphodepletion().from());
            case LYMPHODEPLETION -> step("complete the readiness list", StepOwner.WARD, facts.infusionPlannedAt());
            case READY -> step("infuse the product", StepOwner.WARD, facts.infusionPlannedAt());
            case INFUSED, MONITORED -> step("record the answer on day 100", StepOwner.COORDINATOR, day100(journey));
            case ON_HOLD ->
                step("review the hold", StepOwner.COORDINATOR, journey.last().reviewAt());
            case CLOSED, CANCELLED -> step("none", StepOwner.NOBODY, Optional.empty());
        };
    }

    private static NextStep step(String step, StepOwner owner, Optional<Instant> dueAt) {
        return new NextStep(step, owner, dueAt, Optional.empty());
    }

    private static Optional<Instant> day100(ProductJourney journey) {
        return journey.infusion()
                .map(recorded -> recorded.infusion().startedAt().plus(DAY_100));
    }
}
