package health.vigil.trend;

import health.vigil.api.Transactions;
import health.vigil.observation.Numbers;
import health.vigil.observation.VitalSign;
import health.vigil.store.Column;
import health.vigil.store.Database;
import health.vigil.store.ResultRow;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads vital signs over time: one by one where they are few, else whole hours by their extremes.
@ApplicationScoped
class VitalTrends {
    /// So many are read one by one.
    private static final int FEW = 5000;

    private static final String COUNT = "select count(*) as number from (select from observation where patient_id = ?"
            + " and effective_at >= ? and effective_at <= ? limit ?) as capped";
    private static final String SUMMED = "select sign, plausible, extremes from vital_hour as summed"
            + " where patient_id = ? and hour >= ? and hour < ? and not exists (select from vital_stale as mark"
            + " where mark.patient_id = summed.patient_id and mark.hour = summed.hour)";
    private static final String STALE = "select hour from vital_stale where patient_id = ? and hour >= ? and hour < ?";
    /// `offset 0` keeps the planner to the index, stretch by stretch: its generic plan, which a connection takes from
    /// the sixth time on, would read all that the patient has.
    private static final String SINGLE = "select effective_at, content from unnest(?::timestamptz[], ?::timestamptz[])"
            + " as span (begin, finish) cross join lateral (select effective_at, content from observation"
            + " where patient_id = ? and effective_at >= begin and effective_at <= finish and kind = 'vital-signs'"
            + " and graded and retracted_at is null offset 0) as reading";

    private final Database database;
    private final Transactions transactions;

    VitalTrends(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// The readings by sign, in order of time, of all numbers of a patient.
    Map<VitalSign, Series.Readings> read(TrendRequest request, Numbers patient) {
        var found = new EnumMap<VitalSign, Series.Readings>(VitalSign.class);
        patient.all()
                .forEach(number -> read(request.of(number))
                        .forEach((sign, readings) -> of(found, sign).addAll(readings)));
        found.values().forEach(Series.Readings::sort);
        return found;
    }

    private Map<VitalSign, Series.Readings> read(TrendRequest request) {
        if (few(request)) {
            return database.read(sql -> single(sql, request, List.of(new TimeRange(request.from(), request.to()))));
        }
        sumUp(request.patientId());
        return database.read(sql -> summed(sql, request));
    }

    private boolean few(TrendRequest request) {
        return database.read(sql -> sql.first(
                                COUNT,
                                row -> row.number("number"),
                                request.patientId(),
                                request.from(),
                                request.to(),
                                FEW + 1)
                        .orElse(0L))
                <= FEW;
    }

    /// What the sweep has not come to yet.
    private void sumUp(String patientId) {
        var settled = VitalSweep.settled();
        while (transactions.run(sql -> VitalHours.sumUp(sql, settled, patientId))) {
            Thread.onSpinWait();
        }
    }

    /// A stretch of time, both ends included.
    record TimeRange(Instant begin, Instant finish) {
        static TimeRange hour(Instant begin) {
            return new TimeRange(begin, justBefore(begin.plus(Duration.ofHours(1))));
        }

        static Instant justBefore(Instant end) {
            return end.minusNanos(1000);
        }
    }

    static Map<VitalSign, Series.Readings> single(Sql sql, TrendRequest request, List<TimeRange> stretches) {
        var found = new EnumMap<VitalSign, Series.Readings>(VitalSign.class);
        sql.each(
                SINGLE,
                row -> addSingle(found, row),
                Column.of("timestamptz", stretches, TimeRange::begin),
                Column.of("timestamptz", stretches, TimeRange::finish),
                request.patientId());
        found.values().forEach(Series.Readings::sort);
        return found;
    }

    private static void addSingle(Map<VitalSign, Series.Readings> found, ResultRow row) {
        var at = row.instant("effective_at");
        VitalHours.signs(row)
                .values()
                .forEach((sign, value) ->
                        of(found, sign).add(TrendReading.of(at, value.doubleValue()), sign.plausible(value)));
    }

    private static Series.Readings of(Map<VitalSign, Series.Readings> found, VitalSign sign) {
        return found.computeIfAbsent(sign, _ -> Series.Readings.none());
    }

    private static Map<VitalSign, Series.Readings> summed(Sql sql, TrendRequest request) {
        var begin = request.firstWholeHour();
        var end = request.endOfWholeHours();
        var stretches = new ArrayList<TimeRange>();
        stretches.add(new TimeRange(request.from(), TimeRange.justBefore(begin)));
        stretches.add(new TimeRange(end, request.to()));
        sql.each(STALE, row -> stretches.add(TimeRange.hour(row.instant("hour"))), request.patientId(), begin, end);
        var found = single(sql, request, stretches);
        sql.each(SUMMED, row -> addSummed(found, row), request.patientId(), begin, end);
        found.values().forEach(Series.Readings::sort);
        return found;
    }

    private static void addSummed(Map<VitalSign, Series.Readings> found, ResultRow row) {
        var readings = of(found, sign(row.text("sign")));
        var plausible = row.flag("plausible");
        Extremes.unpack(row.bytes("extremes")).forEach(reading -> readings.add(reading, plausible));
    }

    private static VitalSign sign(String field) {
        return Arrays.stream(VitalSign.values())
                .filter(sign -> sign.field().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
