package health.vigil.api.alert;

import health.vigil.alert.AlertRule;
import health.vigil.alert.AlertTable.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A row of the alert table in a response; durations in ISO 8601.
record RuleView(String rule, String type, String priority, List<Duration> escalation, Duration settles) {
    static RuleView of(Map.Entry<AlertRule, Row> entry) {
        var row = entry.getValue();
        return new RuleView(
                entry.getKey().word(),
                entry.getKey().type().word(),
                row.priority().word(),
                row.escalation().steps(),
                row.settles());
    }
}
