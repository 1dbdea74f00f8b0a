package health.vigil.fhirview;

import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OwnCodes;
import health.vigil.exchange.Terminology;
import health.vigil.observation.Capd;
import health.vigil.observation.Consciousness;
import health.vigil.observation.Ice;
import health.vigil.observation.NeuroCheck;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.NotDoneReason;
import health.vigil.observation.Seizure;
import health.vigil.observation.Tool;
import health.vigil.observation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.jspecify.annotations.Nullable;

/// Scores, the level of consciousness, seizures and findings.
final class NeuroObservations {
    static final String TREMOR = "tremor";
    static final String HANDWRITING = "handwriting-change";

    private static final String SURVEY = "survey";
    private static final String EXAM = "exam";
    private static final String NOT_PERFORMED = "not-performed";

    private NeuroObservations() {}

    static List<Observation> of(GivenObservation given, NeuroCheck check) {
        var all = new ArrayList<Observation>();
        for (var tool : Tool.values()) {
            tool(given, check, tool).ifPresent(all::add);
        }
        check.consciousness().ifPresent(level -> all.add(level(given, level)));
        check.tremor().ifPresent(seen -> all.add(sign(given, ResourcePart.TREMOR, TREMOR, seen)));
        check.handwritingChange().ifPresent(seen -> all.add(sign(given, ResourcePart.HANDWRITING, HANDWRITING, seen)));
        return List.copyOf(all);
    }

    /// The score of a tool, or why there is none; empty if the tool was not part of the check.
    private static Optional<Observation> tool(GivenObservation given, NeuroCheck check, Tool tool) {
        if (check.total(tool).isEmpty()
                && !check.notTestable().contains(tool)
                && !check.notDone().contains(tool)) {
            return Optional.empty();
        }
        var part = tool == Tool.ICE ? ResourcePart.ICE : ResourcePart.CAPD;
        var shape = ObservationShape.of(given, part, SURVEY, Concepts.item(tool.word()));
        if (check.total(tool).isPresent()) {
            shape.setValue(new IntegerType(check.total(tool).get()));
            switch (tool) {
                case ICE -> check.ice().ifPresent(ice -> items(shape, ice));
                case CAPD -> check.capd().ifPresent(capd -> items(shape, capd));
            }
        } else if (check.notTestable().contains(tool)) {
            ObservationShape.absent(
                    shape,
                    NOT_PERFORMED,
                    Optional.of("not testable"
                            + check.notTestableReason().map(why -> ": " + why).orElse("")));
        } else {
            notDone(shape, check);
        }
        return Optional.of(ObservationShape.finished(given, shape));
    }

    /// A check that was not done says nothing about the patient: another status than that of an untestable
    /// patient.
    private static void notDone(Observation shape, NeuroCheck check) {
        shape.setStatus(ObservationStatus.CANCELLED);
        var refused =
                check.notDoneReason().filter(NotDoneReason.REFUSED::equals).isPresent();
        ObservationShape.absent(
                shape,
                refused ? "asked-declined" : NOT_PERFORMED,
                check.notDoneReason().map(why -> "not done: " + Concepts.words(why.word())));
    }

    private static void items(Observation shape, Ice ice) {
        for (var item : ObservationItem.values()) {
            item.iceItem().ifPresent(asked -> {
                var code = Concepts.item(item.word());
                if (ice.leftOut().contains(asked)) {
                    ObservationShape.absentComponent(shape, code, NOT_PERFORMED);
                } else if (ice.items().containsKey(asked)) {
                    ObservationShape.component(
                            shape, code, new IntegerType(points(ice.items().get(asked))));
                }
            });
        }
    }

    private static void items(Observation shape, Capd capd) {
        for (var item : ObservationItem.values()) {
            item.capdItem()
                    .filter(capd.items()::containsKey)
                    .ifPresent(asked -> ObservationShape.component(
                            shape,
                            Concepts.item(item.word()),
                            new IntegerType(points(capd.items().get(asked)))));
        }
    }

    private static int points(@Nullable Integer points) {
        return points == null ? 0 : points;
    }

    private static Observation level(GivenObservation given, Consciousness level) {
        var code = Concepts.item(ObservationItem.CONSCIOUSNESS.word());
        code.addCoding(Concepts.coding(Terminology.LOINC.uri(), "80288-4"));
        var shape = ObservationShape.of(given, ResourcePart.CONSCIOUSNESS, SURVEY, code);
        shape.setValue(word(OwnCodes.LEVEL, level));
        return ObservationShape.finished(given, shape);
    }

    private static CodeableConcept word(String system, Word word) {
        return Concepts.of(system, word.word()).setText(Concepts.words(word.word()));
    }

    private static Observation sign(GivenObservation given, ResourcePart part, String word, boolean seen) {
        var shape = ObservationShape.of(given, part, EXAM, Concepts.item(word));
        shape.setValue(new BooleanType(seen));
        return ObservationShape.finished(given, shape);
    }

    static Observation of(GivenObservation given, NeuroFinding finding) {
        return sign(given, ResourcePart.FINDING, finding.finding().word(), finding.present());
    }

    static Observation of(GivenObservation given, Seizure seizure) {
        var shape =
                ObservationShape.of(given, ResourcePart.SEIZURE, EXAM, Concepts.item(ObservationItem.SEIZURE.word()));
        ObservationShape.component(
                shape, Concepts.item(ObservationItem.SEIZURE_TYPE.word()), word(OwnCodes.SEIZURE_TYPE, seizure.type()));
        var duration = Concepts.item(ObservationItem.SEIZURE_DURATION.word());
        seizure.durationMinutes()
                .ifPresentOrElse(
                        minutes -> ObservationShape.component(shape, duration, Quantified.of(minutes, "min")),
                        () -> ObservationShape.absentComponent(shape, duration, "unknown"));
        ObservationShape.component(
                shape, Concepts.item(ObservationItem.SEIZURE_RESOLVED.word()), new BooleanType(seizure.resolved()));
        var back = Concepts.item(ObservationItem.RETURNED_TO_BASELINE.word());
        seizure.returnedToBaseline()
                .ifPresentOrElse(
                        returned -> ObservationShape.component(shape, back, new BooleanType(returned)),
                        () -> ObservationShape.absentComponent(shape, back, "unknown"));
        return ObservationShape.finished(given, shape);
    }
}
