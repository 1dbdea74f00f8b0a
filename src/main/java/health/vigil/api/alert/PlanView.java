package health.vigil.api.alert;

import health.vigil.alert.CheckPart;
import health.vigil.alert.MonitoringPlan;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/// The plan of checks in a response, by the names of its settings; durations in ISO 8601.
record PlanView(
        Duration vitalSigns,
        Duration vitalSignsInCrs,
        Duration vitalSignsSevere,
        Duration vitalSignsLate,
        Duration lateAfter,
        Duration quietFor,
        Duration atInfusion,
        Duration atInfusionFor,
        Duration afterInfusion,
        Duration afterInfusionFor,
        Duration neuroChecks,
        Duration neuroChecksEarly,
        Duration neuroChecksSevere,
        Duration consciousnessAtIcans3,
        Duration consciousnessAtIcans4,
        Duration labs,
        Duration labsSevere,
        List<String> labSet,
        Duration baselineWithin,
        Duration notDoneByDay,
        Duration notDoneByNight,
        LocalTime nightFrom,
        LocalTime nightUntil,
        Duration repeatReading,
        Duration grace,
        Duration outpatientVitalSignsEarly,
        Duration outpatientEarlyFor,
        Duration outpatientVitalSigns,
        Duration outpatientHomeCheck,
        Duration outpatientNeuroChecksEarly,
        Duration outpatientNeuroChecks,
        Duration outpatientNeuroChecksFor) {
    static PlanView of(MonitoringPlan plan) {
        var vitalSigns = plan.vitalSigns();
        var first = vitalSigns.first();
        var neuro = plan.neuroChecks();
        return new PlanView(
                vitalSigns.well(),
                vitalSigns.inCrs(),
                vitalSigns.severe(),
                vitalSigns.late(),
                vitalSigns.lateAfter(),
                vitalSigns.quietFor(),
                first.closely(),
                first.closelyFor(),
                first.often(),
                first.oftenFor(),
                neuro.well(),
                neuro.early(),
                neuro.severe(),
                neuro.icansThree(),
                neuro.icansFour(),
                plan.labs().daily(),
                plan.labs().severe(),
                plan.labs().set().stream().map(CheckPart::word).toList(),
                plan.baselineWithin(),
                plan.retry().byDay(),
                plan.retry().byNight(),
                plan.retry().nightFrom(),
                plan.retry().nightUntil(),
                plan.repeatReading(),
                plan.grace(),
                plan.outpatient().early(),
                plan.outpatient().earlyFor(),
                plan.outpatient().later(),
                plan.outpatient().questions(),
                plan.outpatient().visitsEarly(),
                plan.outpatient().visits(),
                plan.outpatient().visitsFor());
    }
}
