package health.vigil.trend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.json.ContentJson;
import health.vigil.json.JsonColumn;
import health.vigil.json.JsonText;
import health.vigil.observation.Content;
import health.vigil.observation.Kind;
import health.vigil.observation.LabResult;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.Numbers;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.PatientId;
import health.vigil.observation.Tool;
import health.vigil.observation.Word;
import health.vigil.store.Column;
import health.vigil.store.ResultRow;
import health.vigil.store.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What is charted by hand or comes from the laboratory: analytes, ICE and CAPD, oxygen.
final class ChartedTrends {
    private static final String READ = "select kind, effective_at, content from observation where patient_id = any(?)"
            + " and effective_at >= ? and effective_at <= ? and kind <> 'vital-signs'"
            + " and kind in ('lab-result', 'neuro-check', 'oxygen-therapy') and graded and retracted_at is null"
            + " order by effective_at, id";

    private record SeriesKey(String parameter, String unit) implements Comparable<SeriesKey> {
        @Override
        public int compareTo(SeriesKey other) {
            return (parameter + unit).compareTo(other.parameter + other.unit);
        }
    }

    private final TreeMap<SeriesKey, Series.Readings> series = new TreeMap<>();
    private final List<ObjectNode> oxygen = new ArrayList<>();

    static ChartedTrends read(Sql sql, TrendRequest request, Numbers patient) {
        var trends = new ChartedTrends();
        var numbers = Column.texts(patient.all(), PatientId::value);
        sql.each(READ, trends::add, numbers, request.from(), request.to());
        return trends;
    }

    List<Series> series(int most) {
        return series.entrySet().stream()
                .map(entry ->
                        Series.of(entry.getKey().parameter(), entry.getKey().unit(), entry.getValue(), most))
                .toList();
    }

    /// Every step of oxygen therapy as it was charted.
    List<ObjectNode> oxygen() {
        return List.copyOf(oxygen);
    }

    private void add(ResultRow row) {
        var kind = Word.of(Kind.class, row.text("kind")).orElseThrow();
        var at = row.instant("effective_at");
        Content content = ContentJson.read(kind, row.text("content"));
        if (content instanceof LabResult result) {
            add(at, result);
        } else if (content instanceof NeuroCheck check) {
            add(at, check);
        } else if (content instanceof OxygenTherapy therapy) {
            add(at, therapy, JsonColumn.object(row.text("content")));
        }
    }

    private void add(Instant at, LabResult result) {
        var more = JsonText.object();
        result.referenceLow().ifPresent(low -> more.put("referenceLow", low));
        result.referenceHigh().ifPresent(high -> more.put("referenceHigh", high));
        result.comparator().ifPresent(comparator -> more.put("comparator", comparator.symbol()));
        of(result.analyte().word(), result.unit()).add(new Series.Point(reading(at, result.value()), more));
    }

    private void add(Instant at, NeuroCheck check) {
        for (var tool : Tool.values()) {
            check.total(tool)
                    .ifPresent(total ->
                            of(tool.word(), "{score}").add(Series.Point.plain(reading(at, BigDecimal.valueOf(total)))));
        }
    }

    private void add(Instant at, OxygenTherapy therapy, ObjectNode step) {
        oxygen.add(JsonText.object().put("at", at.toString()).setAll(step));
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
