package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/// The rows of the alert table that the hospital changes.
@ConfigMapping(prefix = "vigil.alert-rules")
public interface AlertSettings {
    /// A row by the name of its rule: the priority, the steps of its escalation, and the settle time, as in
    /// `high 5m 10m 20m` or `low 2h settles 10m`. `GET /v1/alerts/rules` returns the table in force.
    @WithParentName
    Map<String, String> rows();
}
