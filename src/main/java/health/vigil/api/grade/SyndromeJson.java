package health.vigil.api.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.grading.Evidence;
import health.vigil.grading.Grade;
import health.vigil.grading.OutlookSentences;
import health.vigil.grading.Peak;
import health.vigil.grading.Sentences;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.history.EpisodeReport;
import health.vigil.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One syndrome's grade as the API tells it. What is not known is `null`, never left out.
final class SyndromeJson {
    private SyndromeJson() {}

    /// A grade with all of its reasons.
    static ObjectNode full(EpisodeReport report, Syndrome syndrome) {
        return report.gradingUnavailable()
                .map(SyndromeJson::unavailable)
                .orElseGet(() -> explained(report, report.report().of(syndrome)));
    }

    private static ObjectNode explained(EpisodeReport report, SyndromeReport grade) {
        var json = graded(report, grade);
        putBasis(json, "basis", grade.basis());
        putBasis(json, "leftOut", grade.leftOut());
        var outlook = json.putArray("outlook");
        grade.outlook().forEach(change -> outlook.add(OutlookSentences.of(change).text()));
        return json;
    }

    /// A grade as a board shows it.
    static ObjectNode brief(EpisodeReport report, Syndrome syndrome) {
        return report.gradingUnavailable()
                .map(SyndromeJson::unavailable)
                .orElseGet(() -> graded(report, report.report().of(syndrome)));
    }

    private static ObjectNode graded(EpisodeReport report, SyndromeReport grade) {
        var json = JsonText.object();
        putGrade(json, grade.grade());
        json.put("reason", grade.reason().orElse(null)).put("since", text(grade.since()));
        if (grade.syndrome() == Syndrome.CRS) {
            json.put("onset", text(grade.onset()));
            json.set("course", CourseJson.of(grade.course(), report.courseOpenedBy()));
        }
        var flags = json.putArray("flags");
        grade.flags().forEach(flag -> flags.add(flag.word()));
        json.set("peak", grade.peak().map(SyndromeJson::peak).orElse(null));
        return json;
    }

    /// The rules failed on this patient: what they last said is not to be trusted.
    private static ObjectNode unavailable(String reason) {
        var json = JsonText.object().putNull("grade").put("reason", reason).putNull("since");
        json.putArray("flags").add("automatic-grading-unavailable");
        json.putNull("peak").putArray("basis");
        return json;
    }

    static void putGrade(ObjectNode json, Grade grade) {
        grade.number().ifPresentOrElse(number -> json.put("grade", number), () -> json.putNull("grade"));
    }

    private static ObjectNode peak(Peak peak) {
        var json = JsonText.object();
        putGrade(json, peak.grade());
        return json.put("at", peak.at().toString());
    }

    static void putBasis(ObjectNode json, String field, List<Evidence> reasons) {
        var array = json.putArray(field);
        reasons.forEach(reason -> array.add(basis(reason)));
    }

    private static ObjectNode basis(Evidence reason) {
        var json = JsonText.object()
                .put("component", reason.component().word())
                .put("grade", reason.grade())
                .put("finding", Sentences.of(reason).text())
                .put("rule", reason.rule().label())
                .put("source", reason.rule().source());
        reason.observationId()
                .ifPresent(id -> json.put("observationId", id.value())
                        .put("sender", id.sender().name()));
        reason.effectiveAt().ifPresent(at -> json.put("effectiveAt", at.toString()));
        return json;
    }

    private static @Nullable String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
