package health.vigil.fhirview;

import health.vigil.exchange.ObservationItem;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/// The resource that another system sent, by the id and the version that it was told when it wrote it.
public final class StatementResources {
    /// What does not depend on how final its sender called the statement.
    private static final Set<ObservationStatus> OWN_STATUS =
            EnumSet.of(ObservationStatus.ENTEREDINERROR, ObservationStatus.CANCELLED);

    private static final String PARTLY = "A part of it was retracted";

    private StatementResources() {}

    /// The Observation. If the statement became several, it is a panel that names them.
    public static Optional<Observation> observation(GivenVersion version) {
        var shapes = version.standingFirst().stream()
                .flatMap(given -> ChartedResources.of(given).stream())
                .toList();
        return shapes.stream().findFirst().map(first -> {
            var resource = shapes.size() == 1 ? first : panel(shapes);
            if (!OWN_STATUS.contains(resource.getStatus())) {
                resource.setStatus(
                        version.status().map(ObservationShape::status).orElse(ObservationStatus.UNKNOWN));
            }
            if (version.isPartlyRetracted()) {
                resource.addNote().setText(PARTLY);
            }
            identified(version, resource, resource.getIdentifier());
            return resource;
        });
    }

    /// The dose, or the infusion from its start to its end, as this statement reported it. A search has the infusion
    /// as all statements together report it.
    public static Optional<MedicationAdministration> administration(GivenVersion version) {
        return DrugAdministrations.of(version.shown()).stream().findFirst().map(given -> {
            var resource = given.resource();
            if (version.status().isEmpty() && !inError(resource)) {
                resource.setStatus(MedicationAdministrationStatus.UNKNOWN);
            }
            if (version.isPartlyRetracted()) {
                resource.addNote().setText(PARTLY);
            }
            identified(version, resource, resource.getIdentifier());
            return resource;
        });
    }

    private static boolean inError(MedicationAdministration resource) {
        return resource.getStatus() == MedicationAdministrationStatus.ENTEREDINERROR;
    }

    /// What is common to the Observations, without a value.
    private static Observation panel(List<Observation> members) {
        var first = members.getFirst();
        var panel = new Observation()
                .setStatus(first.getStatus())
                .setCode(Concepts.item(ObservationItem.PANEL.word()))
                .setSubject(first.getSubject())
                .setEffective(first.getEffective())
                .setIssuedElement(first.getIssuedElement());
        first.getCategory().forEach(panel::addCategory);
        first.getPerformer().forEach(panel::addPerformer);
        first.getNote().forEach(panel::addNote);
        if (first.hasDevice()) {
            panel.setDevice(first.getDevice());
        }
        members.forEach(member -> panel.addHasMember(References.to(member)));
        return panel;
    }

    /// Gives a resource the sender's identifier before its others, and our id and version.
    private static void identified(GivenVersion version, DomainResource resource, List<Identifier> identifiers) {
        version.identifier().map(References::identifier).ifPresent(sent -> {
            identifiers.removeIf(sent::equalsDeep);
            identifiers.addFirst(sent);
        });
        resource.setId(version.id());
        resource.getMeta().setVersionId(String.valueOf(version.number()));
        References.updated(resource, version.updatedAt());
    }

    /// The resource of a type; empty for a version that withdraws, and for what became nothing of this type.
    public static Optional<? extends DomainResource> of(String type, GivenVersion version) {
        return Stream.of(observation(version), administration(version))
                .flatMap(Optional::stream)
                .filter(resource -> resource.fhirType().equals(type))
                .findFirst();
    }
}
