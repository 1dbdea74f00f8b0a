package health.vigil.fhirview;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Period;

/// An alert as a flag in the patient's chart, for the alerts that a reader of the chart has to know of.
public final class AlertFlag {
    /// The types of these alerts.
    public static final Set<String> TYPES =
            Set.of("crs-grade", "icans-grade", "possible-masked-crs", "urgent-finding", "grading-unavailable");

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/flag-category";

    private AlertFlag() {}

    /// The flag; empty for an alert of another type.
    public static Optional<Flag> of(GivenAlert given) {
        return TYPES.contains(given.type()) ? Optional.of(flag(given)) : Optional.empty();
    }

    private static Flag flag(GivenAlert given) {
        var period = new Period().setStartElement(References.dateTime(given.raisedAt()));
        given.resolvedAt().ifPresent(end -> period.setEndElement(References.dateTime(end)));
        var flag = new Flag()
                .setStatus(given.resolved() ? FlagStatus.INACTIVE : FlagStatus.ACTIVE)
                .setCode(AlertIssue.code(given))
                .setSubject(References.patient(given.subject()))
                .setPeriod(period)
                .setAuthor(SoftwareDevice.reference());
        flag.setId(given.id().toString());
        References.updated(flag, given.updatedAt());
        flag.addCategory(new CodeableConcept()
                .addCoding(Concepts.coding(CATEGORY, "clinical"))
                .setText("clinical"));
        return flag;
    }
}
