package health.vigil.fhirview;

import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/// Who made a resource, when, and from what.
public final class Origins {
    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String ENTERER = "enterer";
    private static final String ASSEMBLER = "assembler";

    private Origins() {}

    /// Of a resource of an observation: who entered it, or the device that measured it.
    ///
    /// @param type the type of the resource
    /// @param id its id
    public static Provenance of(GivenObservation given, String type, String id) {
        var provenance = of(type, id, given.observation().receivedAt());
        References.updated(provenance, given.updatedAt());
        given.observation()
                .device()
                .ifPresent(device -> agent(provenance, ASSEMBLER, References.device(device.value())));
        given.author().ifPresent(author -> agent(provenance, ENTERER, References.account(author)));
        if (!provenance.hasAgent()) {
            agent(provenance, ENTERER, new Reference().setDisplay("another system"));
        }
        return provenance;
    }

    /// Of a grade: this software, and every observation that the grade rests on.
    public static Provenance of(GivenGrade given) {
        var provenance = of("Observation", ResourceIds.grade(given.number()), given.knownAt());
        References.updated(provenance, given.updatedAt());
        agent(provenance, ASSEMBLER, SoftwareDevice.reference());
        entities(provenance, GradeObservation.sources(given));
        return provenance;
    }

    private static Provenance of(String type, String id, Instant recorded) {
        var provenance = new Provenance().setRecordedElement(References.instant(recorded));
        provenance.setId(ResourceIds.provenance(id));
        provenance.addTarget(References.to(type, id));
        return provenance;
    }

    private static void agent(Provenance provenance, String type, Reference who) {
        provenance
                .addAgent()
                .setType(new CodeableConcept().addCoding(Concepts.coding(PARTICIPANT, type)))
                .setWho(who);
    }

    private static void entities(Provenance provenance, List<Reference> sources) {
        sources.forEach(source ->
                provenance.addEntity().setRole(ProvenanceEntityRole.SOURCE).setWhat(source));
    }
}
