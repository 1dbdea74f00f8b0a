package health.vigil.fhir;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.OxygenFragment;
import health.vigil.exchange.SourceKey;
import health.vigil.exchange.StatementStatus;
import health.vigil.intake.Subject;
import health.vigil.observation.OxygenReason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;

/// What a Procedure says: ventilation begins, or cells were infused.
final class ProcedureReader {
    private static final String PERFORMED = "Procedure.performed";

    private final ResourceContext context;
    private final Procedure procedure;
    private final SourceKey key;

    ProcedureReader(ResourceContext context, Procedure procedure) {
        this.context = context;
        this.procedure = procedure;
        this.key = context.key(procedure.getIdentifier());
    }

    /// What it says; meaningless if a fault was noted.
    FhirFacts read() {
        if (withdrawn()) {
            return new FhirFacts.Facts(
                    context.withdrawal(key, procedure.getIdentifier(), Optional.empty(), subject(new Issues())));
        }
        return switch (context.concepts().match(procedure.getCode())) {
            case CodeMatch.Found(Meaning.OfDevice device, var _) -> known(device);
            case CodeMatch.Found(Meaning.OfCells cells, var _) -> known(cells);
            case CodeMatch.Ambiguous(var reason) -> {
                context.issues().unknownCode("Procedure.code", reason);
                yield ignored(IgnoredReason.UNKNOWN_CODE);
            }
            case CodeMatch.Found _, CodeMatch.NotOurs _ -> ignored(IgnoredReason.UNKNOWN_CODE);
        };
    }

    /// Whether what stands is withdrawn. What was not done, and nobody can have reported before, says nothing.
    private boolean withdrawn() {
        return procedure.getStatus() == ProcedureStatus.ENTEREDINERROR
                || (procedure.getStatus() == ProcedureStatus.NOTDONE && context.named(procedure.getIdentifier()));
    }

    private FhirFacts ignored(IgnoredReason reason) {
        return new FhirFacts.Facts(ResourceDraft.ignored(
                context.source(key, StatementStatus.FINAL, Optional.empty(), Optional.empty(), Optional.empty()),
                reason));
    }

    private FhirFacts known(Meaning meaning) {
        return switch (procedure.getStatus()) {
            case null -> {
                context.issues().missing("Procedure.status");
                yield ignored(IgnoredReason.NO_VALUE);
            }
            case UNKNOWN, NULL -> {
                context.issues().refuse("Procedure.status", "must say whether it was done");
                yield ignored(IgnoredReason.NO_VALUE);
            }
            case PREPARATION, NOTDONE, ENTEREDINERROR -> ignored(IgnoredReason.NO_VALUE);
            case INPROGRESS, ONHOLD -> done(meaning, StatementStatus.PRELIMINARY);
            case COMPLETED, STOPPED -> done(meaning, StatementStatus.FINAL);
        };
    }

    private Optional<Subject> subject(Issues issues) {
        return context.subjects()
                .read(
                        procedure.getSubject(),
                        new Reference(),
                        "Procedure.subject",
                        context.write().resource(),
                        issues);
    }

    private FhirFacts done(Meaning meaning, StatementStatus status) {
        var subject = subject(context.issues());
        var times = DrugTimes.read(procedure.getPerformed(), PERFORMED, context.issues());
        if (subject.isEmpty() || times.start().isEmpty()) {
            return ignored(IgnoredReason.NO_VALUE);
        }
        if (meaning instanceof Meaning.OfCells(var product)) {
            return CellsReader.infusion(
                    key, product, subject.get(), times.start().get(), status, context);
        }
        if (times.end().isPresent()) {
            context.issues().caution(PERFORMED, "the end is not kept: chart what the patient breathes now");
        }
        return new FhirFacts.Facts(ResourceDraft.of(
                context.source(key, status, Optional.empty(), subject, times.start()), List.of(), oxygen(meaning)));
    }

    private OxygenFragment oxygen(Meaning meaning) {
        var oxygen = OxygenFragment.NOTHING;
        if (meaning instanceof Meaning.OfDevice(var device, var reason, var similar)) {
            oxygen = oxygen.withDevice(device, similar, "Procedure.code");
            if (reason.isPresent()) {
                oxygen = oxygen.withReason(reason.get());
            }
        }
        var reasons = reasons();
        if (reasons.size() > 1) {
            context.issues().refuse("Procedure.reasonCode", "gives two different reasons");
        }
        return reasons.stream().findFirst().map(oxygen::withReason).orElse(oxygen);
    }

    private Set<OxygenReason> reasons() {
        var reasons = new LinkedHashSet<OxygenReason>();
        for (var concept : procedure.getReasonCode()) {
            if (context.concepts().match(concept) instanceof CodeMatch.Found(Meaning.OfReason(var reason), var _)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}
