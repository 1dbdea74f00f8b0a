package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds conditions again by their names.
public final class Conditions {
    private static final Map<String, Condition> BY_KEY = Stream.concat(
                    Stream.of(new Condition.ActiveCourse()),
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

    /// The condition of a name, where the name says all of it.
    public static Optional<Condition> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /// Since when a condition counts as gone that no new value has ended: a grade for ever, for nothing swings; else
    /// now.
    public static Instant endedWithoutAValue(String key, Instant now) {
        return of(key).filter(Condition.GradeReached.class::isInstance)
                .map(_ -> Instant.EPOCH)
                .orElse(now);
    }

    /// Whether a grade's report says if the condition of this name stands.
    public static boolean graded(String key) {
        return BY_KEY.containsKey(key);
    }

    /// Whether the condition of this name can clear. What has merely happened ends with a person's answer.
    public static boolean stands(String key) {
        return graded(key)
                || Stream.of(
                                "implausible:",
                                "technical:",
                                Condition.CheckOverdue.PREFIX,
                                Condition.DeviceSilent.PREFIX,
                                Condition.DeviceUnused.PREFIX)
                        .anyMatch(key::startsWith);
    }

    /// Whether the condition is about a grade that the patient has never had, as it is known now that something was set
    /// right. The grade itself may be unknown, but not for want of a physician's word.
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

    /// Whether the condition of this name has cleared by what is known now.
    public static boolean cleared(String key, GradeReport now) {
        return Optional.ofNullable(BY_KEY.get(key))
                .map(condition -> condition.cleared(now))
                .orElse(false);
    }
}
