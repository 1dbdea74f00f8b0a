package health.vigil.grading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The data of a patient, besides observations, that the rules need.
///
/// @param infusedAt the first infusion of the episode
/// @param further the other infusions of the same therapy, a split dose
/// @param ageYears completed years at the infusion
/// @param ageEstimated whether only the month or the year of birth is known
public record Patient(Instant infusedAt, List<Instant> further, int ageYears, boolean ageEstimated, Baseline baseline) {
    /// The age in completed years from which a patient is checked by ICE. Younger patients are checked by CAPD.
    public static final int FIRST_AGE_FOR_ICE = 12;
    /// The age in completed years from which a patient is an adult.
    public static final int ADULT = 18;

    public Patient {
        infusedAt = infusedAt.truncatedTo(ChronoUnit.MICROS);
        further = further.stream()
                .map(infusion -> infusion.truncatedTo(ChronoUnit.MICROS))
                .toList();
    }

    /// A patient whose date of birth is known.
    public Patient(Instant infusedAt, List<Instant> further, int ageYears, Baseline baseline) {
        this(infusedAt, further, ageYears, false, baseline);
    }

    /// A patient with one infusion.
    public Patient(Instant infusedAt, int ageYears, Baseline baseline) {
        this(infusedAt, List.of(), ageYears, baseline);
    }

    /// A patient by date of birth; the day of the infusion is the hospital's.
    public static Patient born(LocalDate birthDate, Instant infusedAt, ZoneId hospital, Baseline baseline) {
        return born(BirthDate.of(birthDate), infusedAt, hospital, baseline, List.of());
    }

    /// The same with further infusions, and with a birth date of which only the month or year may be known.
    public static Patient born(
            BirthDate birthDate, Instant infusedAt, ZoneId hospital, Baseline baseline, List<Instant> further) {
        var day = LocalDate.ofInstant(infusedAt, hospital);
        var years = Math.max(0, Period.between(birthDate.day(), day).getYears());
        return new Patient(infusedAt, further, years, birthDate.estimated(), baseline);
    }

    /// The newest infusion at or before an instant; the first one if there was none by then.
    Instant newestInfusion(Instant at) {
        var newest = infusedAt;
        for (var infusion : further) {
            newest = infusion.isAfter(at) ? newest : Windows.later(newest, infusion);
        }
        return newest;
    }
}
