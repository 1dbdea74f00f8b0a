package health.vigil.grading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// What the rules need to know of a patient besides observations.
///
/// @param ageYears completed years at the infusion
public record Patient(Instant infusedAt, int ageYears, Baseline baseline) {
    public Patient {
        infusedAt = infusedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// A patient by date of birth; the day of the infusion is the hospital's.
    public static Patient born(LocalDate birthDate, Instant infusedAt, ZoneId hospital, Baseline baseline) {
        var day = LocalDate.ofInstant(infusedAt, hospital);
        return new Patient(infusedAt, Math.max(0, Period.between(birthDate, day).getYears()), baseline);
    }
}
