package health.vigil.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.intake.Subject;
import health.vigil.observation.DeviceId;
import health.vigil.observation.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;

/// Finds whom a resource is about: a patient by our id, or a device.
final class SubjectReader {
    private static final String PATIENT = "Patient/";

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
            referenced(patient.getReference(), from).ifPresent(ids::add);
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

    private Optional<String> referenced(String reference, ObjectNode from) {
        if (reference.startsWith(PATIENT)) {
            return Optional.of(withoutVersion(reference.substring(PATIENT.length())));
        }
        if (reference.startsWith("Patient?")) {
            return IdentifierQuery.read(reference)
                    .filter(query -> query.system().equals(systems.patients()))
                    .map(IdentifierQuery::value);
        }
        return references.resolve(reference, from).map(this::identifier).orElseGet(() -> ofAnotherServer(reference));
    }

    private Optional<String> ofAnotherServer(String reference) {
        int at = reference.lastIndexOf("/" + PATIENT);
        return at > 0 && systems.patientBases().contains(reference.substring(0, at))
                ? Optional.of(withoutVersion(reference.substring(at + 1 + PATIENT.length())))
                : Optional.empty();
    }

    private static String withoutVersion(String id) {
        int history = id.indexOf("/_history/");
        return history < 0 ? id : id.substring(0, history);
    }

    /// The identifier of our system in a Patient resource.
    Optional<String> identifier(JsonNode patient) {
        for (var identifier : patient.path("identifier")) {
            if (identifier.path("system").asText().equals(systems.patients())
                    && !identifier.path("use").asText().equals("old")) {
                return Optional.of(identifier.path("value").asText()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }
}
