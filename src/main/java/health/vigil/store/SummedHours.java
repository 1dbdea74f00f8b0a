package health.vigil.store;

import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Stores hours of vital signs, summarised by their extremes, and the marks of hours that have changed since.
public final class SummedHours {
    private static final String TAKE = """
        delete from vital_stale
        where (patient_id, hour) = (
            select patient_id, hour from vital_stale where hour < ? order by hour limit 1 for update skip locked)
        returning patient_id, hour
        """;

    private static final String TAKE_OF_PATIENT = """
        delete from vital_stale
        where (patient_id, hour) = (
            select patient_id, hour from vital_stale where hour < ? and patient_id = ? order by hour limit 1
            for update skip locked)
        returning patient_id, hour
        """;

    private static final String SUMMED = """
        select sign, plausible, extremes from vital_hour as summed
        where patient_id = ? and hour >= ? and hour < ? and not exists (
            select from vital_stale as mark where mark.patient_id = summed.patient_id and mark.hour = summed.hour)
        """;

    private SummedHours() {}

    /// An hour of one number of a patient.
    public record VitalHour(PatientId number, Instant begin) {
        private static VitalHour read(ResultRow row) {
            return new VitalHour(new PatientId(row.text("patient_id")), row.instant("hour"));
        }
    }

    /// The extremes of one sign in an hour, separately for plausible and implausible readings.
    public record HourSummary(
            VitalSign sign,
            boolean plausible,
            @SuppressWarnings("ArrayRecordComponent") byte[] extremes) {
        private static HourSummary read(ResultRow row) {
            return new HourSummary(SummedHours.sign(row.text("sign")), row.flag("plausible"), row.bytes("extremes"));
        }
    }

    /// Takes the oldest mark of a changed hour. It waits for a transaction that is changing the hour, so later
    /// statements see that change. A change after that sets a new mark.
    ///
    /// @param before only hours that began before this
    public static Optional<VitalHour> take(Sql sql, Instant before) {
        return sql.first(TAKE, VitalHour::read, before);
    }

    /// Takes the oldest mark of one patient number.
    public static Optional<VitalHour> take(Sql sql, Instant before, PatientId number) {
        return sql.first(TAKE_OF_PATIENT, VitalHour::read, before, number.value());
    }

    /// Replaces the summary of an hour.
    public static void replace(Sql sql, VitalHour hour, List<HourSummary> summaries) {
        sql.update(
                "delete from vital_hour where patient_id = ? and hour = ?",
                hour.number().value(),
                hour.begin());
        summaries.forEach(summary -> sql.update(
                "insert into vital_hour (patient_id, hour, sign, plausible, extremes) values (?, ?, ?, ?, ?)",
                hour.number().value(),
                hour.begin(),
                summary.sign().field(),
                summary.plausible(),
                summary.extremes()));
    }

    /// The beginnings of the hours that have changed since they were summarised.
    ///
    /// @param end excluded
    public static List<Instant> stale(Sql sql, PatientId number, Instant begin, Instant end) {
        return sql.list(
                "select hour from vital_stale where patient_id = ? and hour >= ? and hour < ?",
                row -> row.instant("hour"),
                number.value(),
                begin,
                end);
    }

    /// The summaries of hours that have not changed since.
    ///
    /// @param end excluded
    public static List<HourSummary> summed(Sql sql, PatientId number, Instant begin, Instant end) {
        return sql.list(SUMMED, HourSummary::read, number.value(), begin, end);
    }

    private static VitalSign sign(String field) {
        return Arrays.stream(VitalSign.values())
                .filter(sign -> sign.field().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
