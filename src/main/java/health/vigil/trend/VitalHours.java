package health.vigil.trend;

import health.vigil.intake.json.ContentJson;
import health.vigil.observation.Kind;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.store.ResultRow;
import health.vigil.store.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Sums up hours of vital signs by their extremes, one hour in a transaction.
///
/// The mark of an hour is taken away first: that waits for whoever is changing the hour, and every later statement sees
/// the change. Who changes it afterwards sets a new mark.
final class VitalHours {
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String TAKE_ANY = "delete from vital_stale where (patient_id, hour) = (select patient_id, hour"
            + " from vital_stale where hour < ? order by hour limit 1 for update skip locked)"
            + " returning patient_id, hour";
    private static final String TAKE_OF_PATIENT = "delete from vital_stale where (patient_id, hour) = ("
            + "select patient_id, hour from vital_stale where hour < ? and patient_id = ? order by hour limit 1"
            + " for update skip locked) returning patient_id, hour";
    private static final String READ = "select effective_at, content from observation where patient_id = ?"
            + " and effective_at >= ? and effective_at < ? and kind = 'vital-signs' and graded and retracted_at is null";

    private record Hour(String patientId, Instant begin) {
        static Hour of(ResultRow row) {
            return new Hour(row.text("patient_id"), row.instant("hour"));
        }
    }

    private record ExtremesKey(VitalSign sign, boolean plausible) {}

    private VitalHours() {}

    /// Sums up one hour that has changed.
    ///
    /// @param before only hours that began before
    /// @return whether there was one
    static boolean sumUp(Sql sql, Instant before) {
        return sumUp(sql, sql.first(TAKE_ANY, Hour::of, before));
    }

    /// The same for one patient.
    static boolean sumUp(Sql sql, Instant before, String patientId) {
        return sumUp(sql, sql.first(TAKE_OF_PATIENT, Hour::of, before, patientId));
    }

    private static boolean sumUp(Sql sql, Optional<Hour> taken) {
        taken.ifPresent(hour -> {
            sql.update("delete from vital_hour where patient_id = ? and hour = ?", hour.patientId(), hour.begin());
            extremes(sql, hour).forEach((key, extremes) -> insert(sql, hour, key, extremes));
        });
        return taken.isPresent();
    }

    private static Map<ExtremesKey, Extremes> extremes(Sql sql, Hour hour) {
        var found = new HashMap<ExtremesKey, Extremes>();
        sql.each(
                READ,
                row -> signs(row)
                        .values()
                        .forEach((sign, value) -> found.computeIfAbsent(
                                        new ExtremesKey(sign, sign.plausible(value)), _ -> new Extremes())
                                .add(TrendReading.of(row.instant("effective_at"), value.doubleValue()))),
                hour.patientId(),
                hour.begin(),
                hour.begin().plus(HOUR));
        return found;
    }

    static VitalSigns signs(ResultRow row) {
        return (VitalSigns) ContentJson.read(Kind.VITAL_SIGNS, row.text("content"));
    }

    private static void insert(Sql sql, Hour hour, ExtremesKey key, Extremes extremes) {
        sql.update(
                "insert into vital_hour (patient_id, hour, sign, plausible, extremes) values (?, ?, ?, ?, ?)",
                hour.patientId(),
                hour.begin(),
                key.sign().field(),
                key.plausible(),
                extremes.packed());
    }
}
