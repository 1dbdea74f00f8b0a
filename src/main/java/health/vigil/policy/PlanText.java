package health.vigil.policy;

import health.vigil.alert.CheckPart.Laboratory;
import health.vigil.alert.FirstHours;
import health.vigil.alert.LaboratoryPlan;
import health.vigil.alert.MonitoringPlan;
import health.vigil.alert.NeuroPlan;
import health.vigil.alert.OutpatientPlan;
import health.vigil.alert.Retry;
import health.vigil.alert.VitalSignsPlan;
import health.vigil.observation.Analyte;
import health.vigil.observation.Word;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;

/// Parses the monitoring plan from its settings.
final class PlanText {
    private PlanText() {}

    static MonitoringPlan plan(PlanSettings settings) {
        return new MonitoringPlan(
                vitalSigns(settings),
                neuroChecks(settings),
                labs(settings),
                new Retry(
                        settings.notDoneByDay(),
                        settings.notDoneByNight(),
                        time(settings.nightFrom()),
                        time(settings.nightUntil())),
                settings.baselineWithin(),
                settings.repeatReading(),
                settings.grace(),
                outpatient(settings));
    }

    private static OutpatientPlan outpatient(PlanSettings settings) {
        return new OutpatientPlan(
                settings.outpatientVitalSignsEarly(),
                settings.outpatientEarlyFor(),
                settings.outpatientVitalSigns(),
                settings.outpatientHomeCheck(),
                settings.outpatientNeuroChecksEarly(),
                settings.outpatientNeuroChecks(),
                settings.outpatientNeuroChecksFor());
    }

    private static VitalSignsPlan vitalSigns(PlanSettings settings) {
        return new VitalSignsPlan(
                new FirstHours(
                        settings.atInfusion(),
                        settings.atInfusionFor(),
                        settings.afterInfusion(),
                        settings.afterInfusionFor()),
                settings.vitalSigns(),
                settings.vitalSignsInCrs(),
                settings.vitalSignsSevere(),
                settings.vitalSignsLate(),
                settings.lateAfter(),
                settings.quietFor());
    }

    private static NeuroPlan neuroChecks(PlanSettings settings) {
        return new NeuroPlan(
                settings.neuroChecks(),
                settings.neuroChecksEarly(),
                settings.neuroChecksSevere(),
                settings.consciousnessAtIcans3(),
                settings.consciousnessAtIcans4());
    }

    private static LaboratoryPlan labs(PlanSettings settings) {
        return new LaboratoryPlan(
                settings.labs(),
                settings.labsSevere(),
                settings.labSet().stream().map(PlanText::result).toList());
    }

    /// Parses `crp`, or `alt/ast` if one of them is enough.
    static Laboratory result(String text) {
        return new Laboratory(
                Arrays.stream(text.split("/", -1)).map(PlanText::analyte).toList());
    }

    private static Analyte analyte(String word) {
        return Word.of(Analyte.class, word.trim())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Invalid monitoring plan: lab-set names the unknown analyte " + word.trim()));
    }

    /// Parses a time such as `22:00`.
    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "Invalid monitoring plan: \"" + text + "\" is not a time such as 22:00", unreadable);
        }
    }
}
