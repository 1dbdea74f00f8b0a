package health.vigil.alert;

import java.util.List;
import java.util.stream.Stream;

/// Which news deserve an alert. A rise in grade always does; a biomarker by itself never does.
///
/// @param table what the hospital makes of each
/// @param doses how much tocilizumab is too much
public record AlertRules(AlertTable table, DoseLimits doses) {
    public static final AlertRules DEFAULT = new AlertRules(AlertTable.DEFAULT, DoseLimits.DEFAULT);

    public List<Occurrence> occurrences(News news) {
        return Stream.of(
                        GradeAlerts.rises(news, table),
                        GradeAlerts.onset(news),
                        FlagAlerts.raised(news),
                        ObservationAlerts.implausible(news),
                        GradeAlerts.amended(news))
                .flatMap(found -> found)
                .toList();
    }
}
