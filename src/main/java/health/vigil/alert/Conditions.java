package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.observation.HomeSign;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers questions about conditions by their stored keys.
public final class Conditions {
    private static final Map<String, Condition> BY_KEY = Stream.concat(
                    Stream.concat(
                            Stream.of(new Condition.ActiveCourse()),
                            Arrays.stream(HomeSign.values()).map(Condition.SignAtHome::new)),
                    Arrays.stream(Syndrome.values()).flatMap(Conditions::of))
            .collect(Collectors.toMap(Condition::key, Function.identity()));

    private Conditions() {}

    private static Stream<Condition> of(Syndrome syndrome) {
        return Stream.concat(
                Arrays.stream(Grade.values())
                        .filter(grade -> grade.above(Grade.ZERO))
                        .map(grade -> new Condition.GradeReached(syndrome, grade)),
                Arrays.stream(Flag.values()).map(flag -> new Condition.FlagUp(syndrome, flag)));
    }

    /// The condition of a key, if the key contains all of it.
    public static Optional<Condition> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /// Since when a condition that ended without a new value counts as cleared: a grade since the epoch, which
    /// skips the settle time; others since now.
    public static Instant endedWithoutAValue(String key, Instant now) {
        return of(key).filter(Condition.GradeReached.class::isInstance)
                .map(_ -> Instant.EPOCH)
                .orElse(now);
    }

    /// Whether a grade report decides if this condition exists.
    public static boolean graded(String key) {
        return BY_KEY.containsKey(key);
    }

    /// Whether this condition can clear. An event ends with an acknowledgement.
    public static boolean canClear(String key) {
        return graded(key)
                || key.equals(Condition.StayEnded.KEY)
                || Stream.of(
                                "implausible:",
                                "technical:",
                                Condition.CheckOverdue.PREFIX,
                                Condition.DeviceSilent.PREFIX,
                                Condition.DeviceUnused.PREFIX)
                        .anyMatch(key::startsWith);
    }

    /// Whether the condition is about a grade that the patient never had, as known after a correction. The
    /// grade may be unknown, but not because a physician has to decide.
    public static boolean neverReached(String key, GradeReport now) {
        return of(key).filter(Condition.GradeReached.class::isInstance)
                .map(Condition.GradeReached.class::cast)
                .filter(reached -> neverReached(reached, now.of(reached.syndrome())))
                .isPresent();
    }

    private static boolean neverReached(Condition.GradeReached reached, SyndromeReport now) {
        return !now.undecided()
                && now.peak()
                        .filter(peak -> !reached.level().above(peak.grade()))
                        .isEmpty();
    }

    /// Whether this condition has cleared as known now.
    public static boolean cleared(String key, GradeReport now) {
        return Optional.ofNullable(BY_KEY.get(key))
                .map(condition -> condition.cleared(now))
                .orElse(false);
    }
}
