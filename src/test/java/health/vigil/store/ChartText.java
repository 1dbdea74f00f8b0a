package health.vigil.store;

import health.vigil.grading.Chart;

/// A chart in its stored form, for tests of the core.
public final class ChartText {
    private ChartText() {}

    public static String of(Chart chart) {
        return StoredJson.write(chart);
    }

    public static Chart read(String text) {
        return StoredJson.read(text, Chart.class);
    }
}
