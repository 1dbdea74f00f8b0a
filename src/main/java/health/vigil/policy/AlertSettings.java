package health.vigil.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/// The hospital's table of alerts, as far as it differs from ours.
@ConfigMapping(prefix = "vigil.alert-rules")
public interface AlertSettings {
    /// A row by the name of its rule: the priority, the steps of its escalation, and when it settles, as in
    /// `high 5m 10m 20m` or `low 2h settles 10m`. `GET /v1/alerts/rules` shows the table that is in force.
    @WithParentName
    Map<String, String> rows();
}
