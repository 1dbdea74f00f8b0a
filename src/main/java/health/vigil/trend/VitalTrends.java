package health.vigil.trend;

import health.vigil.api.Transactions;
import health.vigil.observation.Numbers;
import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.store.Database;
import health.vigil.store.Sql;
import health.vigil.store.SummedHours;
import health.vigil.store.SummedHours.HourSummary;
import health.vigil.store.VitalReadings;
import health.vigil.store.VitalReadings.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads vital signs over time: few readings one by one, more of them as the extremes of whole hours.
@ApplicationScoped
class VitalTrends {
    /// Up to this many readings are read one by one.
    private static final int FEW = 5000;

    private final Database database;
    private final Transactions transactions;

    VitalTrends(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /// Summarises the hours of the request that the sweep has not summarised yet, if their extremes will be read.
    void prepare(TrendRequest request, Numbers patient) {
        patient.all().stream()
                .filter(number -> !database.read(sql -> few(sql, request, number)))
                .forEach(this::sumUp);
    }

    private void sumUp(PatientId number) {
        var settled = VitalSweep.settled();
        while (transactions.run(sql -> VitalHours.sumUp(sql, settled, number))) {
            Thread.onSpinWait();
        }
    }

    private static boolean few(Sql sql, TrendRequest request, PatientId number) {
        return VitalReadings.few(sql, number, request.span(), FEW);
    }

    /// The readings by sign, in order of time, of all numbers of a patient.
    static Map<VitalSign, Series.Readings> read(Sql sql, TrendRequest request, Numbers patient) {
        var found = new EnumMap<VitalSign, Series.Readings>(VitalSign.class);
        for (var number : patient.all()) {
            if (few(sql, request, number)) {
                addSingle(found, sql, number, List.of(request.span()));
            } else {
                addSummed(found, sql, number, request);
            }
        }
        found.values().forEach(Series.Readings::sort);
        return found;
    }

    private static void addSingle(
            Map<VitalSign, Series.Readings> found, Sql sql, PatientId number, List<TimeRange> stretches) {
        VitalReadings.within(sql, number, stretches, (at, signs) -> add(found, at, signs));
    }

    private static void add(Map<VitalSign, Series.Readings> found, Instant at, VitalSigns signs) {
        signs.values()
                .forEach((sign, value) -> of(found, sign)
                        .add(TrendReading.of(at, value.doubleValue(), signs.atHome()), sign.plausible(value)));
    }

    private static Series.Readings of(Map<VitalSign, Series.Readings> found, VitalSign sign) {
        return found.computeIfAbsent(sign, _ -> Series.Readings.none());
    }

    /// Adds whole hours by their extremes. Readings at both ends, and those of changed hours, are added one by
    /// one.
    private static void addSummed(
            Map<VitalSign, Series.Readings> found, Sql sql, PatientId number, TrendRequest request) {
        var begin = request.firstWholeHour();
        var end = request.endOfWholeHours();
        var stretches = new ArrayList<TimeRange>();
        stretches.add(TimeRange.before(request.from(), begin));
        stretches.add(new TimeRange(end, request.to()));
        SummedHours.stale(sql, number, begin, end).forEach(hour -> stretches.add(TimeRange.hour(hour)));
        addSingle(found, sql, number, stretches);
        SummedHours.summed(sql, number, begin, end).forEach(summary -> add(found, summary));
    }

    private static void add(Map<VitalSign, Series.Readings> found, HourSummary summary) {
        var readings = of(found, summary.sign());
        Extremes.unpack(summary.extremes()).forEach(reading -> readings.add(reading, summary.plausible()));
    }
}
