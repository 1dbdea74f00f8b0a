package health.vigil.trend;

import health.vigil.observation.PatientId;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.store.Sql;
import health.vigil.store.SummedHours;
import health.vigil.store.SummedHours.HourSummary;
import health.vigil.store.SummedHours.VitalHour;
import health.vigil.store.VitalReadings;
import health.vigil.store.VitalReadings.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Summarises hours of vital signs by their extremes. Each hour has its own transaction, which first takes the
/// hour's mark.
final class VitalHours {
    private record ExtremesKey(VitalSign sign, boolean plausible) {}

    private VitalHours() {}

    /// Summarises one hour that has changed.
    ///
    /// @param before only hours that began before this are summarised
    /// @return whether there was one
    static boolean sumUp(Sql sql, Instant before) {
        return sumUp(sql, SummedHours.take(sql, before));
    }

    /// Summarises one changed hour of one patient number.
    static boolean sumUp(Sql sql, Instant before, PatientId number) {
        return sumUp(sql, SummedHours.take(sql, before, number));
    }

    private static boolean sumUp(Sql sql, Optional<VitalHour> taken) {
        taken.ifPresent(hour -> SummedHours.replace(sql, hour, summaries(extremes(sql, hour))));
        return taken.isPresent();
    }

    private static List<HourSummary> summaries(Map<ExtremesKey, Extremes> found) {
        return found.entrySet().stream()
                .map(entry -> new HourSummary(
                        entry.getKey().sign(),
                        entry.getKey().plausible(),
                        entry.getValue().packed()))
                .toList();
    }

    private static Map<ExtremesKey, Extremes> extremes(Sql sql, VitalHour hour) {
        var found = new HashMap<ExtremesKey, Extremes>();
        VitalReadings.within(
                sql, hour.number(), List.of(TimeRange.hour(hour.begin())), (at, signs) -> add(found, at, signs));
        return found;
    }

    private static void add(Map<ExtremesKey, Extremes> found, Instant at, VitalSigns signs) {
        signs.values()
                .forEach((sign, value) -> found.computeIfAbsent(
                                new ExtremesKey(sign, sign.plausible(value)), _ -> new Extremes())
                        .add(TrendReading.of(at, value.doubleValue(), signs.atHome())));
    }
}
