package health.vigil.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.api.OxygenView;
import health.vigil.observation.CareSetting;
import health.vigil.observation.LabResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The measurements of a patient in a span of time, as series.
///
/// @param oxygen every step of oxygen therapy as charted
record TrendView(
        @JsonUnwrapped NumbersView patient, Instant from, Instant to, List<SeriesView> items, List<OxygenView> oxygen) {
    /// One parameter over time.
    record SeriesView(String parameter, String unit, List<PointView> points) {
        static SeriesView of(Series series) {
            return new SeriesView(
                    series.parameter(),
                    series.unit(),
                    series.points().stream().map(PointView::of).toList());
        }
    }

    /// @param implausible true for an implausible value, else absent
    /// @param comparator the comparator of a censored laboratory result
    /// @param setting `home` for a value that was read at home and not confirmed, else absent
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PointView(
            Instant at,
            double value,
            Optional<Boolean> implausible,
            Optional<BigDecimal> referenceLow,
            Optional<BigDecimal> referenceHigh,
            Optional<String> comparator,
            Optional<String> setting) {
        private static PointView of(Series.Point point) {
            return new PointView(
                    point.reading().at(),
                    point.reading().value(),
                    Optional.of(true).filter(_ -> !point.plausible()),
                    point.result().flatMap(LabResult::referenceLow),
                    point.result().flatMap(LabResult::referenceHigh),
                    point.result().flatMap(LabResult::comparator).map(comparator -> comparator.symbol()),
                    Optional.of(CareSetting.HOME.word())
                            .filter(_ -> point.reading().atHome()));
        }
    }
}
