package health.vigil.fhirview;

import health.vigil.observation.PatientId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/// Entries of the audit trail in the form of IHE's Basic Audit Log Patterns.
public final class AuditEvents {
    private static final String PREFIX = "audit";
    private static final Pattern ID = Pattern.compile(PREFIX + "(\\d{1,18})");

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";

    private static final Pattern OF_FHIR = Pattern.compile("([A-Z]+) /fhir/r4(/[A-Z]\\w*)?(/[^/$]+)?(/_history.*)?");
    private static final Map<String, String> OF_ONE = Map.of("PUT", "update", "DELETE", "delete", "PATCH", "patch");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}(%\\w+)?");

    /// The first status of an error, and of one that is not the client's.
    private static final int ERROR = 400;

    private static final int SERVER_ERROR = 500;

    private AuditEvents() {}

    /// The number of the entry that an id names; empty if it is no such id.
    public static OptionalLong number(String id) {
        var match = ID.matcher(id);
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }

    public static AuditEvent of(GivenAudit given) {
        var event = new AuditEvent()
                .setType(type(given))
                .setAction(AuditEventAction.fromCode(given.code()))
                .setRecordedElement(References.instant(given.at()))
                .setOutcome(outcome(given.status()))
                .setOutcomeDesc("status " + given.status());
        event.setId(PREFIX + given.number());
        interaction(given.request()).ifPresent(code -> event.addSubtype(Concepts.coding(INTERACTIONS, code)));
        given.reason().ifPresent(why -> event.addPurposeOfEvent(new CodeableConcept().setText(why)));
        agent(event, given);
        event.getSource().setObserver(SoftwareDevice.reference());
        given.patients()
                .forEach(patient -> event.addEntity()
                        .setWhat(patient(patient))
                        .setType(new Coding(HL7 + "audit-entity-type", "1", "Person"))
                        .setRole(new Coding(HL7 + "object-role", "1", "Patient")));
        event.addEntity()
                .setType(new Coding(HL7 + "audit-entity-type", "2", "System Object"))
                .setName(given.request());
        return event;
    }

    /// What is no request was done by the service itself, or came over the stream.
    private static Coding type(GivenAudit given) {
        return given.request().indexOf(' ') > 0
                ? new Coding(HL7 + "audit-event-type", "rest", "RESTful Operation")
                : new Coding(DICOM, "110100", "Application Activity");
    }

    private static AuditEventOutcome outcome(int status) {
        if (status < ERROR) {
            return AuditEventOutcome._0;
        }
        return status < SERVER_ERROR ? AuditEventOutcome._4 : AuditEventOutcome._8;
    }

    /// The interaction of FHIR that a request is; empty for other requests.
    private static Optional<String> interaction(String request) {
        var match = OF_FHIR.matcher(request);
        if (!match.matches()) {
            return Optional.empty();
        }
        var method = match.group(1);
        if (match.group(2) == null) {
            return Optional.of("batch").filter(_ -> method.equals("POST"));
        }
        if (match.group(4) != null) {
            return Optional.of(match.group(4).equals("/_history") ? "history-instance" : "vread");
        }
        var one = Optional.ofNullable(match.group(3)).filter(id -> !id.equals("/_search"));
        return switch (method) {
            case "GET" -> Optional.of(one.isPresent() ? "read" : "search-type");
            case "POST" -> Optional.of(match.group(3) == null ? "create" : "search-type");
            default -> Optional.ofNullable(OF_ONE.get(method));
        };
    }

    private static void agent(AuditEvent event, GivenAudit given) {
        var agent = event.addAgent().setRequestor(true).setWho(References.account(given.actor()));
        given.role().ifPresent(role -> agent.addRole(new CodeableConcept().setText(role)));
        if (ADDRESS.matcher(given.source()).matches()) {
            agent.getNetwork().setAddress(given.source()).setType(AuditEventAgentNetworkType._2);
        }
    }

    /// A request may have named anything as a patient.
    private static Reference patient(String named) {
        return PatientId.accepts(named)
                ? References.patient(new PatientId(named))
                : new Reference().setIdentifier(new Identifier().setValue(named));
    }
}
