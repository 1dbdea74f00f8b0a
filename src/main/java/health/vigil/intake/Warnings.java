package health.vigil.intake;

import health.vigil.observation.Attribution;
import health.vigil.observation.Content;
import health.vigil.observation.CrsCourse;
import health.vigil.observation.Culture;
import health.vigil.observation.Death;
import health.vigil.observation.DiseaseEvent;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.GradeConfirmation;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Retraction;
import health.vigil.observation.Seizure;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.Transfusion;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Warnings about values that are kept but cannot be right, as sentences without the values.
final class Warnings {
    private static final String FUTURE = "effectiveAt: is more than 2 minutes in the future; ";
    private static final Duration OLD = Duration.ofDays(14);

    private Warnings() {}

    static List<String> of(Submission submission, Instant receivedAt) {
        var warnings = new ArrayList<String>();
        if (submission.effectiveAt().isAfter(receivedAt.plus(Observation.CLOCK_TOLERANCE))) {
            var acts = submission.kind().actsOnWhatItNames();
            warnings.add(FUTURE + (acts ? "it still takes effect on what it names" : "kept, never graded"));
        }
        if (submission.effectiveAt().isBefore(receivedAt.minus(OLD))) {
            warnings.add("effectiveAt: is more than 14 days ago; check the date");
        }
        doubtful(submission.content()).forEach(warnings::add);
        return warnings;
    }

    private static Stream<String> doubtful(Content content) {
        return switch (content) {
            case VitalSigns vitals -> Stream.concat(implausible(vitals), contradicting(vitals));
            case OxygenTherapy therapy -> implausible(therapy);
            case Vasopressor vasopressor -> RateWarnings.of(vasopressor);
            case FluidBolus _,
                    Medication _,
                    NeuroCheck _,
                    Seizure _,
                    NeuroFinding _,
                    LabResult _,
                    Attribution _,
                    CrsCourse _,
                    Transfusion _,
                    Culture _,
                    DiseaseEvent _,
                    Weight _,
                    SyndromeAssessment _,
                    GradeConfirmation _,
                    HomeCheck _,
                    Retraction _,
                    Death _ -> Stream.empty();
        };
    }

    private static Stream<String> implausible(VitalSigns vitals) {
        var plausible = vitals.plausible();
        return Arrays.stream(VitalSign.values())
                .filter(sign ->
                        vitals.value(sign).isPresent() && plausible.value(sign).isEmpty())
                .map(sign -> warning(sign.field(), sign.range()));
    }

    private static Stream<String> contradicting(VitalSigns vitals) {
        return vitals.plausible().pressuresContradict()
                ? Stream.of("systolic: contradicts diastolic or meanArterialPressure; an artefact? Repeat it")
                : Stream.empty();
    }

    private static Stream<String> implausible(OxygenTherapy therapy) {
        var flow = therapy.flow().filter(value -> !OxygenTherapy.plausibleFlow(value));
        var fio2 = therapy.fio2().filter(value -> !OxygenTherapy.plausibleFio2(value));
        return Stream.concat(
                flow.stream().map(_ -> warning("flow", "0-80 L/min")),
                fio2.stream().map(_ -> warning("fio2", "0.21-1.0")));
    }

    private static String warning(String field, String range) {
        return field + ": is outside the plausible " + range + "; kept, not graded";
    }
}
