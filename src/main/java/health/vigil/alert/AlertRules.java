package health.vigil.alert;

import java.util.List;
import java.util.stream.Stream;

/// Which news deserve an alert. A rise in grade always does.
public final class AlertRules {
    private AlertRules() {}

    public static List<Occurrence> occurrences(News news) {
        return Stream.of(
                        GradeAlerts.rises(news),
                        GradeAlerts.onset(news),
                        FlagAlerts.raised(news),
                        ObservationAlerts.implausible(news),
                        GradeAlerts.amended(news))
                .flatMap(found -> found)
                .toList();
    }
}
