package health.vigil.fhir;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.OxygenFragment;
import health.vigil.exchange.Part;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StatementStatus;
import health.vigil.intake.Subject;
import health.vigil.intake.unit.Measure;
import health.vigil.observation.Drug;
import health.vigil.observation.InfusionAction;
import health.vigil.observation.Kind;
import health.vigil.observation.VasopressorAgent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/// What a MedicationAdministration says: an infusion that supports the circulation has a start and a stop, any
/// other known drug is one dose.
final class MedicationReader {
    private static final String ROOT = "MedicationAdministration";
    private static final String EFFECTIVE = ROOT + ".effective";
    private static final String DOSE = ROOT + ".dosage.dose";

    private final ResourceContext context;
    private final MedicationAdministration administration;
    private final SourceKey key;

    MedicationReader(ResourceContext context, MedicationAdministration administration) {
        this.context = context;
        this.administration = administration;
        this.key = context.key(administration.getIdentifier());
    }

    /// What it says; meaningless if a fault was noted.
    FhirFacts read() {
        if (withdrawn()) {
            return new FhirFacts.Facts(
                    context.withdrawal(key, administration.getIdentifier(), Optional.empty(), subject(new Issues())));
        }
        var drug = new MedicationCodes(context).read(administration.getMedication());
        if (drug.isEmpty()) {
            return ignored(IgnoredReason.UNKNOWN_CODE);
        }
        return switch (administration.getStatus()) {
            case null -> {
                context.issues().missing(ROOT + ".status");
                yield ignored(IgnoredReason.NO_VALUE);
            }
            case UNKNOWN, NULL -> {
                context.issues().refuse(ROOT + ".status", "must say whether the drug was given");
                yield ignored(IgnoredReason.NO_VALUE);
            }
            case NOTDONE, ENTEREDINERROR -> ignored(IgnoredReason.NO_VALUE);
            case INPROGRESS -> given(drug.get(), StatementStatus.PRELIMINARY, false);
            case ONHOLD -> given(drug.get(), StatementStatus.PRELIMINARY, true);
            case COMPLETED, STOPPED -> given(drug.get(), StatementStatus.FINAL, true);
        };
    }

    private FhirFacts ignored(IgnoredReason reason) {
        return new FhirFacts.Facts(ResourceDraft.ignored(
                context.source(key, StatementStatus.FINAL, Optional.empty(), Optional.empty(), Optional.empty()),
                reason));
    }

    /// Whether what stands is withdrawn. What was not done, and nobody can have reported before, says nothing.
    private boolean withdrawn() {
        return administration.getStatus() == MedicationAdministrationStatus.ENTEREDINERROR
                || (administration.getStatus() == MedicationAdministrationStatus.NOTDONE
                        && context.named(administration.getIdentifier()));
    }

    private Optional<Subject> subject(Issues issues) {
        return context.subjects()
                .read(
                        administration.getSubject(),
                        new Reference(),
                        ROOT + ".subject",
                        context.write().resource(),
                        issues);
    }

    /// @param over whether the administration has ended, or is held
    private FhirFacts given(Meaning drug, StatementStatus status, boolean over) {
        var subject = subject(context.issues());
        var times = DrugTimes.read(administration.getEffective(), EFFECTIVE, context.issues());
        if (times.start().isEmpty() && times.end().isPresent() && !endsAgent(drug, over)) {
            context.issues().missing(EFFECTIVE + ".start");
        }
        if (subject.isEmpty() || times.first().isEmpty()) {
            return ignored(IgnoredReason.NO_VALUE);
        }
        return switch (drug) {
            case Meaning.OfAgent(var agent) -> infusion(agent, status, over, subject.get(), times);
            case Meaning.OfDrug(var known) ->
                dose(known, status, subject.get(), times.first().get());
            case Meaning.OfCells(var product) ->
                CellsReader.infusion(key, product, subject.get(), times.first().get(), status, context);
            case Meaning.OfSign _,
                    Meaning.OfAnalyte _,
                    Meaning.OfItem _,
                    Meaning.OfFinding _,
                    Meaning.OfDevice _,
                    Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfUnit _ -> ignored(IgnoredReason.UNKNOWN_CODE);
        };
    }

    /// Whether the end of an infusion is reported, which says something without its start.
    private static boolean endsAgent(Meaning drug, boolean over) {
        return over && drug instanceof Meaning.OfAgent;
    }

    private FhirFacts infusion(
            VasopressorAgent agent, StatementStatus status, boolean over, Subject subject, DrugTimes times) {
        var source = context.source(key, status, Optional.empty(), Optional.of(subject), times.first());
        var dosage = administration.getDosage();
        if (over && dosage.hasDose() && !dosage.hasRate() && times.momentary()) {
            return new FhirFacts.Facts(ResourceDraft.foreign(source, ForeignReason.BOLUS, DOSE));
        }
        var parts = new ArrayList<Part>();
        times.start().ifPresent(at -> {
            var start = part("start", agent, InfusionAction.STARTED);
            InfusionRates.put(start, dosage, context.issues());
            parts.add(start.at(subject, at));
        });
        if (over) {
            stop(agent, times.end(), subject).ifPresent(parts::add);
        }
        return new FhirFacts.Facts(ResourceDraft.of(source, parts, OxygenFragment.NOTHING));
    }

    private Optional<Part> stop(VasopressorAgent agent, Optional<Instant> end, Subject subject) {
        if (end.isPresent()) {
            return Optional.of(part("stop", agent, InfusionAction.STOPPED).at(subject, end.get()));
        }
        if (administration.getStatus() == MedicationAdministrationStatus.ONHOLD) {
            context.issues().caution(EFFECTIVE, "has no end, so the infusion still counts as running");
        } else {
            context.issues().missing(EFFECTIVE + ".end");
        }
        return Optional.empty();
    }

    /// The key of the resource names the infusion, so that start and stop belong together.
    private PartDraft part(String name, VasopressorAgent agent, InfusionAction action) {
        return new PartDraft(name, Kind.VASOPRESSOR)
                .put("agent", agent.word(), ROOT + ".medication")
                .put("action", action.word(), ROOT + ".status")
                .put("infusionId", key.fhirId(), ROOT);
    }

    private FhirFacts dose(Drug drug, StatementStatus status, Subject subject, Instant at) {
        var part = new PartDraft("dose", Kind.MEDICATION).put("drug", drug.word(), ROOT + ".medication");
        var dosage = administration.getDosage();
        if (dosage.hasDose()) {
            milligrams(dosage.getDose())
                    .ifPresentOrElse(
                            dose -> part.put("dose", dose.getValue(), Optional.of(dose.getCode()), DOSE),
                            () -> context.issues().caution(DOSE, "does not convert to mg, so it is left out"));
        }
        return new FhirFacts.Facts(ResourceDraft.of(
                context.source(key, status, Optional.empty(), Optional.of(subject), Optional.of(at)),
                part.at(subject, at)));
    }

    private static Optional<Quantity> milligrams(Quantity dose) {
        return dose.hasValue()
                        && dose.hasCode()
                        && Measure.DOSE.convert(dose.getValue(), dose.getCode()).isPresent()
                ? Optional.of(dose)
                : Optional.empty();
    }
}
