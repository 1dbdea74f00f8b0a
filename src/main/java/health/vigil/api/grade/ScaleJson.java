package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.Grade;
import health.vigil.grading.scale.ScaleReport;
import health.vigil.json.JsonText;
import java.util.List;
import java.util.Optional;

/// The grade on another scale as the API tells it beside ASTCT's.
final class ScaleJson {
    private ScaleJson() {}

    /// @param unavailable why automatic grading failed: then no scale knows more
    static ObjectNode of(ScaleReport report, Optional<String> unavailable) {
        var json = JsonText.object().put("scale", report.scale().word());
        SyndromeJson.putGrade(json, unavailable.isPresent() ? Grade.UNKNOWN : report.grade());
        json.put("reason", unavailable.or(report::reason).orElse(null))
                .put("source", report.scale().source());
        SyndromeJson.putBasis(json, "basis", unavailable.isPresent() ? List.of() : report.basis());
        return json;
    }
}
