package health.vigil.fhir;

import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.SenderSettings;
import health.vigil.fhir.FhirStatements.Drafted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;

/// Reads the resources of one sender. It decides nothing that needs a database: whether the patient is watched,
/// whether the sender may write for the ward, whether a statement is new.
public final class FhirReader {
    /// An order or a plan is no administration.
    private static final Set<String> ORDERS = Set.of("MedicationRequest", "MedicationStatement", "MedicationDispense");

    private final SenderSettings sender;
    private final SubjectSystems systems;
    private final KnownIds ids;

    public FhirReader(SenderSettings sender, SubjectSystems systems) {
        this(sender, systems, KnownIds.NONE);
    }

    /// @param ids finds what a PUT to an id of ours replaces
    public FhirReader(SenderSettings sender, SubjectSystems systems, KnownIds ids) {
        this.sender = sender;
        this.systems = systems;
        this.ids = ids;
    }

    /// Reads one resource.
    public FhirResult read(ResourceWrite write) {
        return read(List.of(write), BundleReferences.NONE).getFirst();
    }

    /// Reads the resources of one message, by index. What they say about the oxygen of one patient and one
    /// instant is one record.
    public List<FhirResult> read(List<ResourceWrite> writes, BundleReferences references) {
        var readings = new ArrayList<ResourceReading>();
        for (var write : writes) {
            readings.add(read(write, references));
        }
        var drafts = new ArrayList<Drafted>();
        for (int index = 0; index < readings.size(); index++) {
            var reading = readings.get(index);
            if (reading.facts().orElse(null) instanceof FhirFacts.Facts(var draft)) {
                drafts.add(new Drafted(index, draft, reading.issues()));
            }
        }
        var statements = new FhirStatements(sender, drafts);
        var results = new ArrayList<FhirResult>();
        for (int index = 0; index < readings.size(); index++) {
            results.add(result(index, readings.get(index), statements));
        }
        return results;
    }

    /// What one resource says, and its faults.
    ///
    /// @param facts absent if it is not kept
    private record ResourceReading(Issues issues, Optional<FhirFacts> facts, IgnoredReason otherwise) {}

    private static FhirResult result(int index, ResourceReading reading, FhirStatements statements) {
        if (!reading.issues().faulty() && statements.addsToRefused(index)) {
            reading.issues().refuse("", "adds to another resource that is refused");
        }
        if (reading.issues().faulty()) {
            return FhirResult.Refused.of(reading.issues().faults());
        }
        return switch (reading.facts().orElse(null)) {
            case FhirFacts.Facts(var draft) ->
                new FhirResult.OfStatements(draft.source().key(), statements.of(index));
            case FhirFacts.OfStay(var report) -> new FhirResult.OfStayReport(report);
            case FhirFacts.OfCellInfusion(var infusion) -> new FhirResult.OfInfusion(infusion);
            case null -> new FhirResult.NotKept(reading.otherwise());
        };
    }

    private ResourceReading read(ResourceWrite write, BundleReferences references) {
        var issues = new Issues();
        ResourceChecks.check(write.resource(), issues);
        if (ORDERS.contains(write.type())) {
            issues.add(
                    FhirIssue.error(IssueType.NOT_SUPPORTED, write.type(), "An order or a plan is no administration"));
        }
        if (write.type().equals("Bundle")) {
            issues.refuse("Bundle", "must not be inside a Bundle");
        }
        if (issues.faulty()) {
            return new ResourceReading(issues, Optional.empty(), IgnoredReason.OTHER_TYPE);
        }
        if (ResourceChecks.testData(write.resource())) {
            return new ResourceReading(issues, Optional.empty(), IgnoredReason.TEST_DATA);
        }
        var context =
                new ResourceContext(sender, new SubjectReader(systems, references), references, ids, write, issues);
        return new ResourceReading(issues, facts(context), IgnoredReason.OTHER_TYPE);
    }

    private static Optional<FhirFacts> facts(ResourceContext context) {
        var json = context.write().resource();
        var issues = context.issues();
        return switch (context.write().type()) {
            case "Observation" ->
                FhirParser.parse(json, Observation.class, issues)
                        .map(observation -> new FhirFacts.Facts(new ObservationReader(context, observation).read()));
            case "MedicationAdministration" ->
                FhirParser.parse(json, MedicationAdministration.class, issues)
                        .map(administration -> new MedicationReader(context, administration).read());
            case "Procedure" ->
                FhirParser.parse(json, Procedure.class, issues)
                        .map(procedure -> new ProcedureReader(context, procedure).read());
            case "Patient" ->
                FhirParser.parse(json, Patient.class, issues)
                        .flatMap(patient -> new PatientReader(context, patient).read());
            case "Encounter" ->
                FhirParser.parse(json, Encounter.class, issues)
                        .flatMap(encounter -> new EncounterReader(context, encounter).read());
            default -> Optional.empty();
        };
    }
}
