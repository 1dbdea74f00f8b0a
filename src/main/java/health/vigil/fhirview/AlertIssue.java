package health.vigil.fhirview;

import health.vigil.exchange.OwnCodes;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Type;

/// An alert as an issue. It is preliminary until it is resolved.
public final class AlertIssue {
    private static final String ALERT_ID = OwnCodes.CANON + "/alert-id";
    private static final String EXTENSION = OwnCodes.CANON + "/StructureDefinition/";

    private AlertIssue() {}

    public static DetectedIssue of(GivenAlert given) {
        var issue = new DetectedIssue()
                .setStatus(given.resolved() ? DetectedIssueStatus.FINAL : DetectedIssueStatus.PRELIMINARY)
                .setCode(code(given))
                .setSeverity(severity(given.priority()))
                .setPatient(References.patient(given.subject()))
                .setIdentified(References.dateTime(given.raisedAt()))
                .setAuthor(SoftwareDevice.reference())
                .setDetail(detail(given));
        issue.setId(given.id().toString());
        References.updated(issue, given.updatedAt());
        issue.addIdentifier(
                new Identifier().setSystem(ALERT_ID).setValue(given.id().toString()));
        given.grade().ifPresent(number -> issue.addImplicated(References.to("Observation", ResourceIds.grade(number))));
        given.observation()
                .ifPresent(observation -> InputResources.references(InputResources.of(observation))
                        .forEach(issue::addImplicated));
        given.acknowledgements().forEach(acknowledgement -> mitigate(issue, acknowledgement));
        extend(issue, "alert-level", new IntegerType(given.level()));
        extend(issue, "alert-sequence", new DecimalType(given.sequence()));
        return issue;
    }

    static CodeableConcept code(GivenAlert given) {
        return Concepts.of(Concepts.OWN_ALERT_TYPE, given.type()).setText(given.title());
    }

    private static String detail(GivenAlert given) {
        return given.detail()
                + given.resolution()
                        .map(why -> " (resolved: " + Concepts.words(why) + ")")
                        .orElse("");
    }

    private static DetectedIssueSeverity severity(String priority) {
        return switch (priority) {
            case "high" -> DetectedIssueSeverity.HIGH;
            case "medium" -> DetectedIssueSeverity.MODERATE;
            default -> DetectedIssueSeverity.LOW;
        };
    }

    private static void mitigate(DetectedIssue issue, GivenAlert.Acknowledgement acknowledgement) {
        issue.addMitigation()
                .setAction(new CodeableConcept()
                        .setText("acknowledged"
                                + acknowledgement
                                        .note()
                                        .map(note -> ": " + note)
                                        .orElse("")))
                .setDateElement(References.dateTime(acknowledgement.at()))
                .setAuthor(References.account(acknowledgement.by()));
    }

    private static void extend(DetectedIssue issue, String name, Type value) {
        issue.addExtension(EXTENSION + name, value);
    }
}
