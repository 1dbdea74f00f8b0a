package health.vigil.fhir;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.StatementStatus;
import health.vigil.fhir.ResourceDraft.Source;
import health.vigil.intake.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/// What an Observation says.
final class ObservationReader {
    private final ResourceContext context;
    private final Observation observation;

    ObservationReader(ResourceContext context, Observation observation) {
        this.context = context;
        this.observation = observation;
    }

    /// What it says; meaningless if a fault was noted.
    ResourceDraft read() {
        if (withdrawn()) {
            return context.withdrawal(
                    context.key(observation.getIdentifier()),
                    observation.getIdentifier(),
                    issued(),
                    withdrawnSubject());
        }
        var values = CodedValues.of(observation, context.concepts(), context.issues());
        return switch (values.getFirst().match()) {
            case CodeMatch.NotOurs _ -> ignored(IgnoredReason.UNKNOWN_CODE);
            case CodeMatch.Ambiguous(var reason) -> {
                context.issues().unknownCode("Observation.code", reason);
                yield ignored(IgnoredReason.UNKNOWN_CODE);
            }
            case CodeMatch.Found(var meaning, var _) -> known(meaning, values);
        };
    }

    private boolean withdrawn() {
        return observation.getStatus() == ObservationStatus.CANCELLED
                || observation.getStatus() == ObservationStatus.ENTEREDINERROR;
    }

    private ResourceDraft ignored(IgnoredReason reason) {
        return ResourceDraft.ignored(source(StatementStatus.FINAL, Optional.empty(), Optional.empty()), reason);
    }

    private Source source(StatementStatus status, Optional<Subject> subject, Optional<Instant> effectiveAt) {
        return context.source(context.key(observation.getIdentifier()), status, issued(), subject, effectiveAt);
    }

    private Optional<Instant> issued() {
        return observation.hasIssued()
                ? FhirTimes.instant(observation.getIssuedElement(), "Observation.issued", context.issues())
                : Optional.empty();
    }

    private ResourceDraft known(Meaning meaning, List<CodedValue> values) {
        var status = status();
        if (status.isEmpty()) {
            return ignored(IgnoredReason.NO_VALUE);
        }
        values.stream()
                .filter(value -> value.match() instanceof CodeMatch.Ambiguous)
                .forEach(value -> context.issues()
                        .unknownCode(value.codeExpression(), "has two known codings that mean different things"));
        return draft(status.get(), content(meaning, values));
    }

    /// The status of what was not withdrawn; empty if nothing is reported yet, or if a fault was noted.
    private Optional<StatementStatus> status() {
        var place = "Observation.status";
        return switch (observation.getStatus()) {
            case null -> {
                context.issues().missing(place);
                yield Optional.empty();
            }
            case PRELIMINARY -> Optional.of(StatementStatus.PRELIMINARY);
            case FINAL -> Optional.of(StatementStatus.FINAL);
            case AMENDED, CORRECTED -> Optional.of(StatementStatus.AMENDED);
            case CANCELLED, ENTEREDINERROR, REGISTERED -> Optional.empty();
            case UNKNOWN, NULL -> {
                context.issues().refuse(place, "must say how final the observation is");
                yield Optional.empty();
            }
        };
    }

    /// A withdrawal is known by its key, so it may lack a readable subject.
    private Optional<Subject> withdrawnSubject() {
        return subject(new Issues());
    }

    private Optional<Subject> subject(Issues issues) {
        return context.subjects()
                .read(
                        observation.getSubject(),
                        observation.getDevice(),
                        "Observation.subject",
                        context.write().resource(),
                        issues);
    }

    private ResourceDraft draft(StatementStatus status, ObservationContent content) {
        if (content instanceof ObservationContent.NothingToKeep(var reason)
                && !context.issues().faulty()) {
            return ResourceDraft.ignored(source(status, Optional.empty(), Optional.empty()), reason);
        }
        var subject = subject(context.issues());
        var effectiveAt = FhirTimes.instant(observation.getEffective(), "Observation.effective", context.issues());
        var source = source(status, subject, effectiveAt);
        return switch (content) {
            case ObservationContent.NothingToKeep(var reason) -> ResourceDraft.ignored(source, reason);
            case ObservationContent.NotSafe(var reason, var place) -> ResourceDraft.foreign(source, reason, place);
            case ObservationContent.Values(var parts, var oxygen) ->
                subject.isPresent() && effectiveAt.isPresent()
                        ? ResourceDraft.of(
                                source,
                                parts.stream()
                                        .map(part -> part.at(subject.get(), effectiveAt.get()))
                                        .toList(),
                                oxygen)
                        : ResourceDraft.of(source);
        };
    }

    private ObservationContent content(Meaning meaning, List<CodedValue> values) {
        var own = values.getFirst();
        return switch (meaning) {
            case Meaning.OfSign _, Meaning.OfDevice _ -> bedside(values);
            case Meaning.OfAnalyte analyte -> new LabReader(context).read(analyte, own, observation);
            case Meaning.OfFinding(var finding) -> new NeuroEventReader(context).finding(finding, own);
            case Meaning.OfItem(var item) -> content(item, own, values);
            case Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfAgent _,
                    Meaning.OfDrug _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> new ObservationContent.NothingToKeep(IgnoredReason.UNKNOWN_CODE);
        };
    }

    private ObservationContent bedside(List<CodedValue> values) {
        return new BedsideReader(context)
                .read(values, BedsideReader.atHome(context.concepts().match(observation.getMethod())));
    }

    private ObservationContent content(ObservationItem item, CodedValue own, List<CodedValue> values) {
        return switch (item) {
            case PANEL, OXYGEN_THERAPY, OXYGEN_FLOW, OXYGEN_FRACTION -> bedside(values);
            case ICE -> new NeuroCheckReader(context).ice(values);
            case CAPD -> new NeuroCheckReader(context).capd(values);
            case CONSCIOUSNESS -> new NeuroCheckReader(context).consciousness(own, systems());
            case SEIZURE -> new NeuroEventReader(context).seizure(values);
            case FLUID_BOLUS -> new NeuroEventReader(context).bolus(own, values);
            case OXYGEN_REASON,
                    ICE_ORIENTATION,
                    ICE_NAMING,
                    ICE_COMMANDS,
                    ICE_WRITING,
                    ICE_ATTENTION,
                    CAPD_EYE_CONTACT,
                    CAPD_PURPOSEFUL,
                    CAPD_AWARE,
                    CAPD_COMMUNICATES,
                    CAPD_RESTLESS,
                    CAPD_INCONSOLABLE,
                    CAPD_UNDERACTIVE,
                    CAPD_SLOW_TO_RESPOND,
                    SEIZURE_TYPE,
                    SEIZURE_DURATION,
                    SEIZURE_RESOLVED,
                    RETURNED_TO_BASELINE,
                    FLUID_REASON,
                    HOME_READING -> {
                context.issues().unknownCode("Observation.code", "is the code of a component");
                yield new ObservationContent.NothingToKeep(IgnoredReason.UNKNOWN_CODE);
            }
        };
    }

    private List<String> systems() {
        return observation.getCode().getCoding().stream()
                .filter(Coding::hasSystem)
                .map(Coding::getSystem)
                .toList();
    }
}
