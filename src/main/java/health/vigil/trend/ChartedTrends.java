package health.vigil.trend;

import health.vigil.api.OxygenView;
import health.vigil.observation.Content;
import health.vigil.observation.LabResult;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.Numbers;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Tool;
import health.vigil.store.ChartedValues;
import health.vigil.store.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Reads the series of values that are charted by hand or come from the laboratory: analytes, ICE and CAPD,
/// oxygen.
final class ChartedTrends {
    private record SeriesKey(String parameter, String unit) implements Comparable<SeriesKey> {
        @Override
        public int compareTo(SeriesKey other) {
            return (parameter + unit).compareTo(other.parameter + other.unit);
        }
    }

    private final TreeMap<SeriesKey, Series.Readings> series = new TreeMap<>();
    private final List<OxygenView> oxygen = new ArrayList<>();

    static ChartedTrends read(Sql sql, TrendRequest request, Numbers patient) {
        var trends = new ChartedTrends();
        ChartedValues.each(sql, patient, request.from(), request.to(), trends::add);
        return trends;
    }

    List<Series> series(int most) {
        return series.entrySet().stream()
                .map(entry ->
                        Series.of(entry.getKey().parameter(), entry.getKey().unit(), entry.getValue(), most))
                .toList();
    }

    /// Every step of oxygen therapy as charted.
    List<OxygenView> oxygen() {
        return List.copyOf(oxygen);
    }

    private void add(Instant at, Content content) {
        if (content instanceof LabResult result) {
            add(at, result);
        } else if (content instanceof NeuroCheck check) {
            add(at, check);
        } else if (content instanceof OxygenTherapy therapy) {
            add(at, therapy);
        }
    }

    private void add(Instant at, LabResult result) {
        of(result.analyte().word(), result.unit()).add(Series.Point.of(reading(at, result.value()), result));
    }

    private void add(Instant at, NeuroCheck check) {
        for (var tool : Tool.values()) {
            check.total(tool)
                    .ifPresent(total ->
                            of(tool.word(), "{score}").add(Series.Point.plain(reading(at, BigDecimal.valueOf(total)))));
        }
    }

    private void add(Instant at, OxygenTherapy therapy) {
        oxygen.add(OxygenView.of(at, therapy));
        therapy.flow()
                .ifPresent(flow ->
                        readings("oxygenFlow", "L/min").add(reading(at, flow), OxygenTherapy.plausibleFlow(flow)));
    }

    private List<Series.Point> of(String parameter, String unit) {
        return readings(parameter, unit).plausible();
    }

    private Series.Readings readings(String parameter, String unit) {
        return series.computeIfAbsent(new SeriesKey(parameter, unit), _ -> Series.Readings.none());
    }

    private static TrendReading reading(Instant at, BigDecimal value) {
        return TrendReading.of(at, value.doubleValue());
    }
}
