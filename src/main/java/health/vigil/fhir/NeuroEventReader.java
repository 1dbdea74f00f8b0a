package health.vigil.fhir;

import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.PartDraft;
import health.vigil.observation.Finding;
import health.vigil.observation.Kind;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Type;

/// Seizures, findings and boluses of fluid.
final class NeuroEventReader {
    private final ResourceContext context;

    NeuroEventReader(ResourceContext context) {
        this.context = context;
    }

    /// A seizure: type, duration, whether it has ended and whether the patient is back at baseline, all four. The
    /// duration and the return can be said to be unknown.
    ObservationContent seizure(List<CodedValue> values) {
        var part = new PartDraft("seizure", Kind.SEIZURE);
        need(values, ObservationItem.SEIZURE_TYPE)
                .ifPresent(value -> Answers.read(
                                value.value().orElseThrow(), value.valueExpression(), Meaning.OfSeizure.class, context)
                        .ifPresent(type -> part.put("type", type.type().word(), value.valueExpression())));
        needUnlessAbsent(values, ObservationItem.SEIZURE_DURATION)
                .ifPresent(value -> context.quantities()
                        .read(value.value().orElseThrow(), value.valueExpression(), Optional.empty())
                        .ifPresent(amount ->
                                part.put("durationMinutes", amount.value(), amount.unit(), value.valueExpression())));
        claim(part, "resolved", need(values, ObservationItem.SEIZURE_RESOLVED));
        claim(part, "returnedToBaseline", needUnlessAbsent(values, ObservationItem.RETURNED_TO_BASELINE));
        return ObservationContent.of(part);
    }

    ObservationContent finding(Finding finding, CodedValue own) {
        if (own.value().isEmpty() && own.absentReason().isPresent()) {
            return new ObservationContent.NothingToKeep(IgnoredReason.NO_VALUE);
        }
        var part =
                new PartDraft("neuro-finding", Kind.NEURO_FINDING).put("finding", finding.word(), own.codeExpression());
        if (own.value().isEmpty()) {
            context.issues().missing(own.valueExpression());
        }
        claim(part, "present", Optional.of(own).filter(value -> value.value().isPresent()));
        return ObservationContent.of(part);
    }

    ObservationContent bolus(CodedValue own, List<CodedValue> values) {
        var part = new PartDraft("fluid-bolus", Kind.FLUID_BOLUS);
        if (own.value().isEmpty()) {
            context.issues().missing(own.valueExpression());
            return ObservationContent.of(part);
        }
        context.quantities()
                .read(own.value().get(), own.valueExpression(), Optional.empty())
                .ifPresent(amount -> part.put("volume", amount.value(), amount.unit(), own.valueExpression()));
        need(values, ObservationItem.FLUID_REASON)
                .ifPresent(value -> Answers.read(
                                value.value().orElseThrow(),
                                value.valueExpression(),
                                Meaning.OfFluidReason.class,
                                context)
                        .ifPresent(reason -> part.put("reason", reason.reason().word(), value.valueExpression())));
        return ObservationContent.of(part);
    }

    private void claim(PartDraft part, String field, Optional<CodedValue> said) {
        said.ifPresent(value -> {
            Type claim = value.value().orElseThrow();
            if (claim instanceof BooleanType yesOrNo && yesOrNo.hasValue()) {
                part.put(field, yesOrNo.booleanValue(), value.valueExpression());
            } else {
                context.issues().refuse(value.valueExpression(), "must be true or false");
            }
        });
    }

    /// The component that must be there, with its value or with the reason why it has none.
    private Optional<CodedValue> needUnlessAbsent(List<CodedValue> values, ObservationItem item) {
        var absent = values.stream()
                .anyMatch(value -> value.meaning().equals(Optional.of(new Meaning.OfItem(item)))
                        && value.absentReason().isPresent());
        return absent ? Optional.empty() : need(values, item);
    }

    /// The component that must be there, with its value.
    private Optional<CodedValue> need(List<CodedValue> values, ObservationItem item) {
        var found = values.stream()
                .filter(value -> value.meaning().equals(Optional.of(new Meaning.OfItem(item)))
                        && value.value().isPresent())
                .toList();
        found.stream()
                .skip(1)
                .forEach(value -> context.issues().refuse(value.expression(), "gives what was given before"));
        if (found.isEmpty()) {
            context.issues()
                    .add(FhirIssue.error(
                            IssueType.REQUIRED, "Observation.component", "needs a component " + item.word()));
        }
        return found.stream().findFirst();
    }
}
