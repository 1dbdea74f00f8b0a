package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The component X.
final class NaiveHypoxia {

    private static final Duration SPO2_WINDOW = Duration.ofHours(12);
    private static final Exact HIGH_FLOW_ABOVE = Exact.of("6");

    private final Chart chart;
    private final List<Mark> saturations;
    private final List<Mark> devices;
    private final List<Mark> roomAir;

    NaiveHypoxia(Chart chart) {
        this.chart = chart;
        this.saturations = chart.ofKind("vital-signs").stream()
                .filter(entry -> Plausible.SPO2.in(entry).isPresent())
                .map(entry ->
                        new Mark(entry.at(), Plausible.SPO2.in(entry).get().isBelow("90") ? 2 : 0))
                .toList();
        this.devices = chart.ofKind("oxygen-therapy").stream()
                .filter(entry -> !entry.says("device", "room-air"))
                .map(entry -> new Mark(entry.at(), byDevice(entry)))
                .toList();
        this.roomAir = chart.ofKind("oxygen-therapy").stream()
                .filter(entry -> entry.says("device", "room-air"))
                .map(entry -> new Mark(entry.at(), 0))
                .toList();
    }

    /// 0 while attributed, else 0, 2, 3 or 4.
    int at(Instant now) {
        return chart.attributed("hypoxia", now) ? 0 : Math.max(charted(now), provisional(now));
    }

    /// The 2 comes from the saturation on room air alone, and no device charted as newest gives it too.
    boolean onlyProvisional(Instant now) {
        return !chart.attributed("hypoxia", now) && provisional(now) > 0 && charted(now) == 0;
    }

    /// The device's grade if a device is the newest record, or among the newest of one instant.
    private int charted(Instant now) {
        return newestAt(devices, now).isBefore(newestAt(roomAir, now))
                ? 0
                : Mark.newest(devices, now).orElse(0);
    }

    /// The saturation's grade if room air is the newest record, or among the newest, or there is no record.
    private int provisional(Instant now) {
        return newestAt(roomAir, now).isBefore(newestAt(devices, now))
                ? 0
                : Mark.newestWithin(SPO2_WINDOW, saturations, now).orElse(0);
    }

    private static Instant newestAt(List<Mark> records, Instant now) {
        Instant newest = Instant.MIN;
        for (Mark mark : records) {
            if (!mark.at().isAfter(now) && mark.at().isAfter(newest)) {
                newest = mark.at();
            }
        }
        return newest;
    }

    private int byDevice(Entry entry) {
        if (!entry.says("reason", "hypoxia")) {
            return 0;
        }
        return switch (entry.text("device")) {
            case "cpap", "bipap", "ventilator" -> 4;
            case "simple-mask", "venturi-mask", "non-rebreather" -> 3;
            case "blow-by" -> 2;
            case "nasal-cannula" -> atHomeFlow(entry) ? 0 : byFlow(entry);
            // Read literally: the home flow excuses the device `nasal-cannula`, not the other one.
            case "high-flow-nasal-cannula" -> byFlow(entry);
            default -> throw new IllegalArgumentException("no such device: " + entry.text("device"));
        };
    }

    /// An unknown flow is not above 6.
    private static int byFlow(Entry entry) {
        return Plausible.FLOW
                        .in(entry)
                        .filter(flow -> flow.isAbove(HIGH_FLOW_ABOVE))
                        .isPresent()
                ? 3
                : 2;
    }

    /// An unknown flow is not known to be the home flow.
    private boolean atHomeFlow(Entry entry) {
        Optional<Exact> flow = Plausible.FLOW.in(entry);
        Optional<Exact> home = Exact.read(chart.baseline(), "oxygenFlow");
        return flow.isPresent() && home.isPresent() && !flow.get().isAbove(home.get());
    }
}
