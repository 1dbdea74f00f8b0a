package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;

/// Finds whom a resource is about: a patient by our id, or a device.
final class SubjectReader {
    private static final String PATIENT_TYPE = "Patient";
    private static final String PATIENT = PATIENT_TYPE + "/";

    private final SubjectSystems systems;
    private final BundleReferences references;

    SubjectReader(SubjectSystems systems, BundleReferences references) {
        this.systems = systems;
        this.references = references;
    }

    /// The subject; empty if a fault was noted.
    ///
    /// @param expression the place of the reference to the patient
    Optional<Subject> read(Reference patient, Reference device, String expression, ObjectNode from, Issues issues) {
        if (patient.hasReference() || patient.hasIdentifier()) {
            return patient(patient, expression, from, issues).map(Subject.ByPatient::new);
        }
        var identifier = device.getIdentifier();
        if (systems.devices()
                        .filter(system -> system.equals(identifier.getSystem()))
                        .isPresent()
                && identifier.hasValue()
                && DeviceId.accepts(identifier.getValue())) {
            return Optional.of(new Subject.ByDevice(new DeviceId(identifier.getValue())));
        }
        issues.missing(expression);
        return Optional.empty();
    }

    /// The patient; empty if a fault was noted.
    Optional<PatientId> patient(Reference patient, String expression, ObjectNode from, Issues issues) {
        var ids = new ArrayList<String>();
        if (patient.hasReference()) {
            var found = references.resolve(patient.getReference(), from);
            if (found.stream().anyMatch(resource -> !PATIENT_TYPE.equals(type(resource)))) {
                issues.refuse(expression, "refers to a resource that is no Patient");
                return Optional.empty();
            }
            found.forEach(resource -> ids.addAll(identifiers(resource)));
            addressed(patient.getReference(), found.isEmpty()).ifPresent(ids::add);
        }
        var identifier = patient.getIdentifier();
        if (systems.patients().equals(identifier.getSystem()) && identifier.hasValue()) {
            ids.add(identifier.getValue());
        }
        return agreed(ids.stream().distinct().toList(), expression, issues);
    }

    private static Optional<PatientId> agreed(List<String> ids, String expression, Issues issues) {
        switch (ids.size()) {
            case 0 -> issues.refuse(expression, "names no patient by an identifier that is known here");
            case 1 -> {
                if (PatientId.accepts(ids.getFirst())) {
                    return Optional.of(new PatientId(ids.getFirst()));
                }
                issues.refuse(expression, "must be 1 to 64 letters, digits, dots or hyphens");
            }
            default -> issues.refuse(expression, "names two different patients");
        }
        return Optional.empty();
    }

    /// The id in the text of a reference.
    ///
    /// @param alone whether no resource of the message is meant; else `Patient/<id>` is an id of the sender
    private Optional<String> addressed(String reference, boolean alone) {
        if (reference.startsWith("Patient?")) {
            return IdentifierQuery.read(reference)
                    .filter(query -> query.system().equals(systems.patients()))
                    .map(IdentifierQuery::value);
        }
        var target = BundleReferences.withoutVersion(reference);
        if (target.startsWith(PATIENT)) {
            return alone ? Optional.of(target.substring(PATIENT.length())) : Optional.empty();
        }
        int at = target.lastIndexOf("/" + PATIENT);
        return at > 0 && systems.patientBases().contains(target.substring(0, at))
                ? Optional.of(target.substring(at + 1 + PATIENT.length()))
                : Optional.empty();
    }

    private static String type(JsonNode resource) {
        return resource.path("resourceType").asText();
    }

    /// The identifiers of our system in a Patient resource that are not old. More than one is ambiguous.
    Set<String> identifiers(JsonNode patient) {
        var values = new LinkedHashSet<String>();
        for (var identifier : patient.path("identifier")) {
            if (identifier.path("system").asText().equals(systems.patients())
                    && !identifier.path("use").asText().equals("old")
                    && !identifier.path("value").asText().isEmpty()) {
                values.add(identifier.path("value").asText());
            }
        }
        return values;
    }
}
