package health.vigil.grading.scale;

import health.vigil.grading.Attributions;
import health.vigil.grading.Baseline;
import health.vigil.grading.Grade;
import health.vigil.grading.Grader;
import health.vigil.grading.Patient;
import health.vigil.grading.Policy;
import health.vigil.laboratory.LaboratoryUnit;
import health.vigil.observation.Analyte;
import health.vigil.observation.Content;
import health.vigil.observation.Death;
import health.vigil.observation.DeathCause;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.InfusionId;
import health.vigil.observation.LabResult;
import health.vigil.observation.Observation;
import health.vigil.observation.ObservationIds;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.PatientId;
import health.vigil.observation.Rate;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A patient's story, graded on one of the scales at 12 h after the infusion or at a given time.
final class ScaleStory {
    private static final Instant INFUSION = Instant.parse("2026-03-02T09:00:00Z");
    private static final PatientId PATIENT = new PatientId("p-1");

    private final List<Observation> observations = new ArrayList<>();
    private Instant asked = hour(12);
    private Optional<BigDecimal> weight = Optional.empty();
    private Instant therapyBegan = INFUSION;

    static ScaleStory begin() {
        return new ScaleStory();
    }

    ScaleStory weighing(String kilograms) {
        weight = Optional.of(new BigDecimal(kilograms));
        return this;
    }

    ScaleStory askedAt(double hours) {
        asked = hour(hours);
        return this;
    }

    private static Instant hour(double hours) {
        return INFUSION.plusSeconds(Math.round(hours * 3600));
    }

    private ScaleStory at(double hours, Content content) {
        var id = ObservationIds.of("o-" + observations.size());
        observations.add(new Observation(id, PATIENT, hour(hours), hour(hours), content));
        return this;
    }

    ScaleStory temperature(double hours, String celsius) {
        return vital(hours, VitalSign.TEMPERATURE, celsius);
    }

    ScaleStory systolic(double hours, String value) {
        return vital(hours, VitalSign.SYSTOLIC, value);
    }

    ScaleStory spo2(double hours, String percent) {
        return vital(hours, VitalSign.SPO2, percent);
    }

    private ScaleStory vital(double hours, VitalSign sign, String value) {
        return at(hours, new VitalSigns(Map.of(sign, new BigDecimal(value)), Optional.empty()));
    }

    ScaleStory oxygen(double hours, OxygenDevice device) {
        return oxygen(hours, device, Optional.empty());
    }

    ScaleStory oxygen(double hours, OxygenDevice device, String fio2) {
        return oxygen(hours, device, Optional.of(new BigDecimal(fio2)));
    }

    private ScaleStory oxygen(double hours, OxygenDevice device, Optional<BigDecimal> fio2) {
        return at(
                hours,
                new OxygenTherapy(device, Optional.empty(), Optional.empty(), fio2, Optional.of(OxygenReason.HYPOXIA)));
    }

    ScaleStory pressor(double hours, VasopressorAgent agent) {
        return at(hours, Vasopressor.of(agent, InfusionAction.STARTED));
    }

    ScaleStory pressor(double hours, VasopressorAgent agent, String rate, String unit) {
        var dose = new Rate(new BigDecimal(rate), Optional.of(unit));
        return at(
                hours,
                new Vasopressor(agent, Optional.empty(), InfusionAction.STARTED, Optional.of(dose), Optional.empty()));
    }

    /// One of several infusions of an agent.
    ScaleStory pressor(double hours, VasopressorAgent agent, String infusion, InfusionAction action, String rate) {
        var dose = new Rate(new BigDecimal(rate), Optional.of("ug/min"));
        var id = Optional.of(new InfusionId(infusion));
        return at(hours, new Vasopressor(agent, Optional.empty(), action, Optional.of(dose), id));
    }

    ScaleStory pressorStopped(double hours, VasopressorAgent agent) {
        return at(hours, Vasopressor.of(agent, InfusionAction.STOPPED));
    }

    ScaleStory bolus(double hours, FluidReason reason) {
        return at(hours, new FluidBolus(BigDecimal.valueOf(500), reason));
    }

    ScaleStory lab(double hours, Analyte analyte, String value, String limit) {
        return lab(hours, analyte, value, Optional.of(new BigDecimal(limit)));
    }

    ScaleStory labWithoutLimit(double hours, Analyte analyte, String value) {
        return lab(hours, analyte, value, Optional.empty());
    }

    private ScaleStory lab(double hours, Analyte analyte, String value, Optional<BigDecimal> limit) {
        var unit = LaboratoryUnit.of(analyte).symbol();
        return at(
                hours, new LabResult(analyte, new BigDecimal(value), unit, Optional.empty(), limit, Optional.empty()));
    }

    ScaleStory lymphodepletion(double hours) {
        therapyBegan = hour(hours);
        return this;
    }

    /// Sets the receipt of the last observation to another time than its own.
    ScaleStory received(double hours) {
        var last = observations.removeLast();
        observations.add(new Observation(last.id(), last.patientId(), last.effectiveAt(), hour(hours), last.content()));
        return this;
    }

    ScaleStory died(double hours, DeathCause cause) {
        return at(hours, new Death(cause));
    }

    Grade grade(Scale scale) {
        return report(scale).grade();
    }

    ScaleReport report(Scale scale) {
        var grader = new Grader(Policy.DEFAULT, new Patient(INFUSION, 50, Baseline.NONE), Attributions.NONE);
        var inOrder = observations.stream()
                .filter(observation -> !observation.effectiveAt().isBefore(INFUSION)
                        && !observation.effectiveAt().isAfter(asked)
                        && !observation.datedInTheFuture())
                .sorted(Comparator.comparing(Observation::effectiveAt).thenComparing(Observation::id))
                .toList();
        var chart = grader.advance(grader.begin(List.of()), inOrder, asked).chart();
        var kinds = Scales.kinds();
        return Scales.of(
                scale,
                grader.report(chart, asked),
                observations.stream()
                        .filter(observation ->
                                kinds.contains(observation.content().kind()))
                        .toList(),
                new Circumstances(weight, Policy.DEFAULT.vasopressorOverlap(), therapyBegan));
    }
}
