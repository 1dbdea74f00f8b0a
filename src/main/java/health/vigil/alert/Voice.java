package health.vigil.alert;

import health.vigil.grading.Flag;
import health.vigil.grading.Syndrome;
import java.util.Comparator;
import java.util.Optional;

/// The precedence of an alert within its event. The loudest alert speaks; the others are listed under it.
///
/// @param rank orders alerts of the same priority; higher is louder
public record Voice(Priority priority, int rank) implements Comparable<Voice> {
    private static final Comparator<Voice> LOUDER =
            Comparator.comparing(Voice::priority).reversed().thenComparingInt(Voice::rank);

    /// The event that a condition belongs to: the changes of one syndrome in one transaction. Empty: it
    /// stands alone.
    public static Optional<Syndrome> event(Condition condition) {
        return switch (condition) {
            case Condition.GradeReached reached -> Optional.of(reached.syndrome());
            case Condition.ActiveCourse _ -> Optional.of(Syndrome.CRS);
            case Condition.FlagUp(var syndrome, var flag) ->
                flag == Flag.INTRACRANIAL_HAEMORRHAGE ? Optional.empty() : Optional.of(syndrome);
            case Condition.SignAtHome _ -> Optional.of(Syndrome.ICANS);
            case Condition.Implausible _, Condition.CheckOverdue _, Condition.DeviceSilent _ -> Optional.empty();
            case Condition.DoseLimitExceeded _, Condition.IdsUsedAgain _, Condition.PatientsDiffer _ ->
                Optional.empty();
            case Condition.DeviceUnused _, Condition.RecordsWait _, Condition.StayEnded _ -> Optional.empty();
            case Condition.OtherPatientsDevice _, Condition.Technical _, Condition.Happened _ -> Optional.empty();
        };
    }

    /// The voice of an alert about a condition.
    public static Voice of(Priority priority, Condition condition) {
        return new Voice(priority, rank(condition));
    }

    private static int rank(Condition condition) {
        return switch (condition) {
            case Condition.FlagUp up when up.flag() == Flag.STATUS_EPILEPTICUS -> 100;
            case Condition.GradeReached reached -> 10 * reached.level().number().orElseThrow();
            case Condition.FlagUp up when up.flag() == Flag.POSSIBLE_MASKED_CRS -> 5;
            case Condition.ActiveCourse _ -> 4;
            case Condition.FlagUp _, Condition.SignAtHome _ -> 1;
            case Condition.Implausible _, Condition.CheckOverdue _, Condition.DeviceSilent _ -> 0;
            case Condition.DoseLimitExceeded _, Condition.IdsUsedAgain _, Condition.DeviceUnused _ -> 0;
            case Condition.PatientsDiffer _, Condition.RecordsWait _, Condition.StayEnded _ -> 0;
            case Condition.OtherPatientsDevice _, Condition.Technical _, Condition.Happened _ -> 0;
        };
    }

    @Override
    public int compareTo(Voice other) {
        return LOUDER.compare(this, other);
    }
}
