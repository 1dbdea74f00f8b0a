package health.vigil.fhirview;

import health.vigil.exchange.BusinessId.SentIdentifier;
import health.vigil.exchange.OwnCodes;
import health.vigil.fhirview.GivenObservation.GivenSource;
import health.vigil.observation.PatientId;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// References, identifiers and times, which many resources contain.
final class References {
    /// The extension of R4 that says why an element has no value.
    static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private static final String RESOURCE_ID = OwnCodes.CANON + "/resource-id";
    private static final String OBSERVATION_ID = OwnCodes.CANON + "/observation-id";
    private static final String ACCOUNT = OwnCodes.CANON + "/account";
    private static final String DEVICE = OwnCodes.CANON + "/device-id";

    private References() {}

    static Reference patient(PatientId patient) {
        return new Reference("Patient/" + patient.value());
    }

    static Reference to(Resource resource) {
        return new Reference(resource.fhirType() + "/" + resource.getIdPart());
    }

    static Reference to(String type, String id) {
        return new Reference(type + "/" + id);
    }

    /// A person or a system by the name of its account.
    static Reference account(String name) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(ACCOUNT).setValue(name))
                .setDisplay(name);
    }

    /// A reference that says that nobody is known, where profiles want one to be given.
    static Reference unknown() {
        var reference = new Reference();
        reference.addExtension(ABSENT, new CodeType("unknown"));
        return reference;
    }

    static Reference device(String id) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(DEVICE).setValue(id))
                .setDisplay(id);
    }

    /// The id of a resource of ours. An observation can become several, which all have the id that its sender gave:
    /// only
    /// this one tells them apart.
    static Identifier resourceId(Resource resource) {
        return new Identifier().setSystem(RESOURCE_ID).setValue(resource.getIdPart());
    }

    /// The id that the sender gave, with the sender.
    static Identifier identifier(GivenObservation given) {
        return new Identifier()
                .setSystem(OBSERVATION_ID)
                .setValue(given.id().value())
                .setAssigner(new Reference().setDisplay(given.id().sender().name()));
    }

    /// The identifier that another system gave its resource. That of an HL7 message has no system.
    static Optional<Identifier> sent(GivenObservation given) {
        return given.source()
                .flatMap(GivenSource::identifier)
                .filter(sent -> sent.system().contains(":"))
                .map(References::identifier);
    }

    static Identifier identifier(SentIdentifier sent) {
        return new Identifier().setSystem(sent.system()).setValue(sent.value());
    }

    static DateTimeType dateTime(Instant at) {
        return new DateTimeType(at.toString());
    }

    static InstantType instant(Instant at) {
        return new InstantType(at.toString());
    }

    /// Says when a resource was last changed.
    static void updated(Resource resource, Instant at) {
        resource.getMeta().setLastUpdatedElement(instant(at));
    }

    /// Whoever entered an observation; absent for a device.
    static Optional<Reference> author(GivenObservation given) {
        return given.author()
                .filter(_ -> given.observation().device().isEmpty())
                .map(References::account);
    }
}
