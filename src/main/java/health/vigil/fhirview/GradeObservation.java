package health.vigil.fhirview;

import health.vigil.exchange.OwnCodes;
import health.vigil.fhirview.InputResources.InputResource;
import health.vigil.grading.Evidence;
import health.vigil.grading.Flag;
import health.vigil.grading.GradeReport;
import health.vigil.grading.Sentences;
import health.vigil.grading.SyndromeReport;
import health.vigil.grading.Unknown;
import health.vigil.observation.ObservationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/// A grade. An unknown grade has no value and a reason: it is never 0.
public final class GradeObservation {
    static final String PREVIOUS = "previous-grade";
    static final String FLAG = "flag";

    private static final String NOT_APPLICABLE = "not-applicable";

    private final GivenGrade given;
    private final Observation shape = new Observation();

    private GradeObservation(GivenGrade given) {
        this.given = given;
    }

    /// The resource of a grade.
    ///
    /// @param status the status of a grade that stands
    public static Observation of(GivenGrade given, ObservationStatus status) {
        return new GradeObservation(given).build(status);
    }

    private Observation build(ObservationStatus status) {
        shape.setId(ResourceIds.grade(given.number()));
        References.updated(shape, given.updatedAt());
        shape.setStatus(status)
                .setCode(Concepts.item(given.syndrome().word() + "-grade"))
                .setSubject(References.patient(given.subject()))
                .setEffective(References.dateTime(given.at()))
                .setIssuedElement(References.instant(given.knownAt()))
                .setDevice(SoftwareDevice.reference())
                .setMethod(method());
        shape.addCategory(Concepts.category("survey"));
        value();
        previous();
        report().ifPresent(this::reasons);
        given.superseded().ifPresent(this::supersede);
        return shape;
    }

    private CodeableConcept method() {
        var name = given.ruleSet().split("/", 2);
        var coding = Concepts.coding(Concepts.OWN_RULE_SET, name[0]);
        if (name.length > 1) {
            coding.setVersion(name[1]);
        }
        return new CodeableConcept().addCoding(coding).setText(given.ruleSet() + ", policy " + given.policyVersion());
    }

    private void value() {
        if (given.unavailable().isPresent()) {
            ObservationShape.absent(shape, "error", given.unavailable());
        } else if (given.grade().isPresent()) {
            shape.setValue(new IntegerType(given.grade().get()));
        } else {
            var unknown = report().flatMap(SyndromeReport::unknown);
            ObservationShape.absent(
                    shape, unknown.map(GradeObservation::reason).orElse("unknown"), unknown.map(Sentences::of));
        }
    }

    private static String reason(Unknown unknown) {
        return switch (unknown) {
            case Unknown.BeforeInfusion _, Unknown.OtherDeath _ -> NOT_APPLICABLE;
            case Unknown.NotTestable _ -> "not-performed";
            case Unknown.Undecided _, Unknown.NoTemperature _, Unknown.NoScore _ -> "unknown";
        };
    }

    private Optional<SyndromeReport> report() {
        return given.details().map(details -> details.of(given.syndrome()));
    }

    private void previous() {
        var code = Concepts.item(PREVIOUS);
        given.previous()
                .ifPresentOrElse(
                        grade -> ObservationShape.component(shape, code, new IntegerType(grade)),
                        () -> ObservationShape.absentComponent(shape, code, "unknown"));
    }

    private void reasons(SyndromeReport report) {
        if (given.unavailable().isPresent()) {
            return;
        }
        report.basis()
                .forEach(evidence -> ObservationShape.component(
                        shape,
                        Concepts.of(OwnCodes.OBSERVATION, evidence.component().word())
                                .setText(Sentences.of(evidence).text()),
                        new IntegerType(evidence.grade())));
        report.flags().stream()
                .map(Flag::word)
                .sorted()
                .forEach(flag -> ObservationShape.component(shape, Concepts.item(FLAG), new StringType(flag)));
        InputResources.references(
                        inputs(given, report).filter(input -> input.type().equals("Observation")))
                .forEach(shape::addDerivedFrom);
    }

    /// The resources of the observations that the grade rests on. An observation has several resources, but only
    /// some of them were judged.
    private static Stream<InputResource> inputs(GivenGrade given, SyndromeReport report) {
        return report.basis().stream()
                .flatMap(evidence -> evidence.observationId().stream()
                        .flatMap(id -> Optional.ofNullable(given.inputs().get(id)).stream())
                        .flatMap(input ->
                                InputResources.of(input, evidence.component().word())));
    }

    private void supersede(GivenGrade.Superseded superseded) {
        shape.setStatus(ObservationStatus.ENTEREDINERROR).setValue(null).setDataAbsentReason(Concepts.absent("error"));
        shape.getComponent().clear();
        shape.getDerivedFrom().clear();
        shape.addNote(new Annotation()
                .setTimeElement(References.dateTime(superseded.at()))
                .setText("Later knowledge replaced this grade"
                        + superseded.by().map(by -> ": " + by).orElse("")));
    }

    /// The ids of the observations that the reasons of a grade name.
    public static List<ObservationId> inputs(GradeReport report) {
        return Stream.of(report.crs(), report.icans())
                .flatMap(syndrome -> syndrome.basis().stream())
                .map(Evidence::observationId)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// All resources that a grade rests on, drugs too.
    static List<Reference> sources(GivenGrade given) {
        return given.details()
                .map(details -> InputResources.references(inputs(given, details.of(given.syndrome()))))
                .orElse(List.of());
    }
}
