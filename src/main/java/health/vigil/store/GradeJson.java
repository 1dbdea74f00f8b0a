package health.vigil.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.Evidence;
import health.vigil.grading.Policy;
import health.vigil.grading.Sentences;
import health.vigil.grading.SyndromeReport;
import health.vigil.observation.CareSetting;

/// Writes a grade as an alert stores it.
final class GradeJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GradeJson() {}

    static String pinned(SyndromeReport report) {
        var grade = JSON.objectNode().put("syndrome", report.syndrome().word());
        report.grade().number().ifPresentOrElse(number -> grade.put("grade", number), () -> grade.putNull("grade"));
        report.reason().ifPresent(reason -> grade.put("reason", reason));
        report.since().ifPresent(since -> grade.put("since", since.toString()));
        report.onset().ifPresent(onset -> grade.put("onset", onset.toString()));
        var basis = grade.putArray("basis");
        report.basis().forEach(reason -> basis.add(basis(reason)));
        var flags = grade.putArray("flags");
        report.flags().forEach(flag -> flags.add(flag.word()));
        return grade.put("ruleSet", Policy.RULE_SET).toString();
    }

    private static ObjectNode basis(Evidence reason) {
        var basis = JSON.objectNode()
                .put("component", reason.component().word())
                .put("grade", reason.grade())
                .put("finding", Sentences.of(reason).text())
                .put("rule", reason.rule().label())
                .put("source", reason.rule().source());
        reason.observationId()
                .ifPresent(id -> basis.put("observationId", id.value())
                        .put("sender", id.sender().name()));
        reason.effectiveAt().ifPresent(at -> basis.put("effectiveAt", at.toString()));
        if (reason.atHome()) {
            basis.put("setting", CareSetting.HOME.word());
        }
        return basis;
    }
}
