package health.vigil.api.trend;

import health.vigil.api.Transactions;
import health.vigil.observation.VitalSign;
import health.vigil.store.Column;
import health.vigil.store.Database;
import health.vigil.store.Row;
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

    /// The readings by sign, in order of time.
    Map<VitalSign, Series.Readings> read(Asked asked) {
        if (few(asked)) {
            return database.read(sql -> single(sql, asked, List.of(new Stretch(asked.from(), asked.to()))));
        }
        sumUp(asked.patientId());
        return database.read(sql -> summed(sql, asked));
    }

    private boolean few(Asked asked) {
        return database.read(sql -> sql.first(
                                COUNT,
                                row -> row.number("number"),
                                asked.patientId(),
                                asked.from(),
                                asked.to(),
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
    record Stretch(Instant begin, Instant finish) {
        static Stretch hour(Instant begin) {
            return new Stretch(begin, justBefore(begin.plus(Duration.ofHours(1))));
        }

        static Instant justBefore(Instant end) {
            return end.minusNanos(1000);
        }
    }

    static Map<VitalSign, Series.Readings> single(Sql sql, Asked asked, List<Stretch> stretches) {
        var found = new EnumMap<VitalSign, Series.Readings>(VitalSign.class);
        sql.each(
                SINGLE,
                row -> addSingle(found, row),
                Column.of("timestamptz", stretches, Stretch::begin),
                Column.of("timestamptz", stretches, Stretch::finish),
                asked.patientId());
        found.values().forEach(Series.Readings::sort);
        return found;
    }

    private static void addSingle(Map<VitalSign, Series.Readings> found, Row row) {
        var at = row.instant("effective_at");
        VitalHours.signs(row)
                .values()
                .forEach((sign, value) ->
                        of(found, sign).add(Reading.of(at, value.doubleValue()), sign.plausible(value)));
    }

    private static Series.Readings of(Map<VitalSign, Series.Readings> found, VitalSign sign) {
        return found.computeIfAbsent(sign, _ -> Series.Readings.none());
    }

    private static Map<VitalSign, Series.Readings> summed(Sql sql, Asked asked) {
        var begin = asked.firstWholeHour();
        var end = asked.endOfWholeHours();
        var stretches = new ArrayList<Stretch>();
        stretches.add(new Stretch(asked.from(), Stretch.justBefore(begin)));
        stretches.add(new Stretch(end, asked.to()));
        sql.each(STALE, row -> stretches.add(Stretch.hour(row.instant("hour"))), asked.patientId(), begin, end);
        var found = single(sql, asked, stretches);
        sql.each(SUMMED, row -> addSummed(found, row), asked.patientId(), begin, end);
        found.values().forEach(Series.Readings::sort);
        return found;
    }

    private static void addSummed(Map<VitalSign, Series.Readings> found, Row row) {
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
