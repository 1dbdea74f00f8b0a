package health.vigil.fhirview;

import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.SourceToken;
import health.vigil.exchange.StatementStatus;
import health.vigil.observation.VitalSigns;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Type;

/// What all Observations have in common.
final class ObservationShape {
    private static final String ERROR = "error";

    private ObservationShape() {}

    /// An Observation without a value.
    static Observation of(GivenObservation given, ResourcePart part, String category, CodeableConcept code) {
        var observed = given.observation();
        var shape = new Observation()
                .setStatus(status(given))
                .setCode(code)
                .setSubject(References.patient(given.subject()))
                .setEffective(References.dateTime(observed.effectiveAt()))
                .setIssuedElement(References.instant(observed.receivedAt()));
        shape.setId(ResourceIds.of(given.id(), part));
        References.updated(shape, given.updatedAt());
        shape.addIdentifier(References.resourceId(shape));
        shape.addIdentifier(References.identifier(given));
        References.sent(given).ifPresent(shape::addIdentifier);
        shape.addCategory(Concepts.category(category));
        References.author(given).ifPresent(shape::addPerformer);
        observed.device().ifPresent(device -> shape.setDevice(References.device(device.value())));
        if (!given.verified()) {
            note(shape, "Another system named the author");
        }
        if (observed.content() instanceof VitalSigns signs && signs.atHome()) {
            shape.setMethod(Concepts.item(ObservationItem.HOME_READING.word()));
            note(shape, "Read at home, not confirmed");
        }
        if (observed.datedInTheFuture()) {
            note(shape, "It was dated more than 2 minutes after its receipt: stored, but not graded");
        }
        return shape;
    }

    /// A part of another system's statement is as final as its sender said. An earlier version of Vigil did not store
    /// which statement that is.
    private static ObservationStatus status(GivenObservation given) {
        return given.source()
                .map(source -> status(source.status()))
                .orElse(SourceToken.isPart(given.id().value()) ? ObservationStatus.UNKNOWN : ObservationStatus.FINAL);
    }

    static ObservationStatus status(StatementStatus status) {
        return switch (status) {
            case PRELIMINARY -> ObservationStatus.PRELIMINARY;
            case FINAL -> ObservationStatus.FINAL;
            case AMENDED -> ObservationStatus.AMENDED;
            case WITHDRAWN -> ObservationStatus.ENTEREDINERROR;
        };
    }

    static void note(Observation shape, String text) {
        shape.addNote(new Annotation().setText(text));
    }

    /// The reason why there is no value.
    static Observation absent(Observation shape, String code, Optional<String> text) {
        var reason = Concepts.absent(code);
        text.ifPresent(reason::setText);
        return shape.setDataAbsentReason(reason);
    }

    static ObservationComponentComponent component(Observation shape, CodeableConcept code, Type value) {
        return shape.addComponent().setCode(code).setValue(value);
    }

    static ObservationComponentComponent absentComponent(Observation shape, CodeableConcept code, String reason) {
        return shape.addComponent().setCode(code).setDataAbsentReason(Concepts.absent(reason));
    }

    /// The Observation as it is given out: without its values if it was retracted.
    static Observation finished(GivenObservation given, Observation shape) {
        given.withdrawal().ifPresent(withdrawal -> withdraw(shape, withdrawal));
        return shape;
    }

    private static void withdraw(Observation shape, GivenObservation.RetractionNote withdrawal) {
        shape.setStatus(ObservationStatus.ENTEREDINERROR).setValue(null);
        shape.getInterpretation().clear();
        shape.getReferenceRange().clear();
        shape.getNote().clear();
        shape.getComponent().forEach(component -> {
            component.setValue(null);
            component.setDataAbsentReason(Concepts.absent(ERROR));
        });
        if (!shape.hasComponent()) {
            shape.setDataAbsentReason(Concepts.absent(ERROR));
        }
        shape.addNote(new Annotation()
                .setTimeElement(References.dateTime(withdrawal.at()))
                .setText(
                        "Retracted" + withdrawal.reason().map(why -> ": " + why).orElse("")));
    }

    /// Names the profile of R4 that the Observation fulfils.
    static Observation profile(Observation shape, String name) {
        shape.getMeta().addProfile("http://hl7.org/fhir/StructureDefinition/" + name);
        return shape;
    }
}
