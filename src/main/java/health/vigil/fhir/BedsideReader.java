package health.vigil.fhir;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OxygenFragment;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.SentAmount;
import health.vigil.observation.CareSetting;
import health.vigil.observation.Kind;
import health.vigil.observation.OxygenReason;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/// Vital signs and oxygen, of an observation and its components.
final class BedsideReader {
    private final ResourceContext context;
    private final PartDraft signs = new PartDraft("vital-signs", Kind.VITAL_SIGNS);
    private OxygenFragment oxygen = OxygenFragment.NOTHING;
    /// The reason that is said, before that which a device implies.
    private Optional<OxygenReason> reason = Optional.empty();

    BedsideReader(ResourceContext context) {
        this.context = context;
    }

    /// Whether vital signs were taken at home.
    static boolean atHome(CodeMatch method) {
        return method instanceof CodeMatch.Found(Meaning.OfItem(var item), var _)
                && item == ObservationItem.HOME_READING;
    }

    /// @param atHome whether they were taken at home, so that nobody of the hospital confirmed them
    ObservationContent read(List<CodedValue> values, boolean atHome) {
        var compared = values.stream().filter(BedsideReader::compared).findFirst();
        if (compared.isPresent()) {
            return new ObservationContent.NotSafe(
                    ForeignReason.COMPARATOR, compared.get().valueExpression());
        }
        values.forEach(this::read);
        reason.ifPresent(said -> oxygen = oxygen.withReason(said));
        if (signs.isEmpty() && oxygen.isEmpty()) {
            return nothing(values);
        }
        if (atHome && !signs.isEmpty()) {
            signs.put("setting", CareSetting.HOME.word(), "Observation.method");
        }
        return new ObservationContent.Values(signs.isEmpty() ? List.of() : List.of(signs), oxygen);
    }

    private static boolean compared(CodedValue value) {
        return value.meaning().isPresent()
                && value.value().orElse(null) instanceof Quantity quantity
                && quantity.hasComparator();
    }

    private ObservationContent nothing(List<CodedValue> values) {
        var own = values.getFirst();
        if (own.meaning().equals(Optional.of(new Meaning.OfItem(ObservationItem.PANEL)))) {
            return new ObservationContent.NothingToKeep(IgnoredReason.PANEL);
        }
        if (own.absentReason().isEmpty() && own.value().isEmpty()) {
            context.issues().missing(own.valueExpression());
        }
        return new ObservationContent.NothingToKeep(IgnoredReason.NO_VALUE);
    }

    private void read(CodedValue value) {
        switch (value.meaning().orElse(null)) {
            case Meaning.OfSign sign -> value.value().ifPresent(number -> sign(sign, value, number));
            case Meaning.OfItem(var item) -> value.value().ifPresent(said -> item(item, value, said));
            case Meaning.OfDevice device -> device(device, value);
            case null -> {}
            case Meaning.OfAnalyte _,
                    Meaning.OfFinding _,
                    Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfAgent _,
                    Meaning.OfDrug _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> {}
        }
    }

    private void sign(Meaning.OfSign meaning, CodedValue value, Type said) {
        var field = meaning.sign().field();
        if (signs.has(field)) {
            context.issues().refuse(value.expression(), "gives what was given before");
            return;
        }
        amount(value, said, field).ifPresent(amount -> {
            signs.put(field, amount.value(), amount.unit(), value.valueExpression());
            meaning.site().ifPresent(site -> signs.put("temperatureSite", site, value.codeExpression()));
        });
    }

    private Optional<SentAmount> amount(CodedValue value, Type said, String field) {
        return context.quantities().read(said, value.valueExpression(), context.usualUnit(field, value.usualUnit()));
    }

    private void item(ObservationItem item, CodedValue value, Type said) {
        var place = value.valueExpression();
        switch (item) {
            case OXYGEN_FLOW -> amount(value, said, item.word()).ifPresent(flow -> flow(flow, value));
            case OXYGEN_FRACTION ->
                amount(value, said, item.word())
                        .filter(_ -> first(oxygen.fraction(), value))
                        .ifPresent(part -> oxygen = oxygen.withFraction(part, place));
            case OXYGEN_THERAPY ->
                answer(said, place, Meaning.OfDevice.class).ifPresent(device -> charted(device, value, place));
            case OXYGEN_REASON ->
                answer(said, place, Meaning.OfReason.class)
                        .filter(_ -> first(reason, value))
                        .ifPresent(why -> reason = Optional.of(why.reason()));
            case PANEL,
                    ICE,
                    ICE_ORIENTATION,
                    ICE_NAMING,
                    ICE_COMMANDS,
                    ICE_WRITING,
                    ICE_ATTENTION,
                    CAPD,
                    CAPD_EYE_CONTACT,
                    CAPD_PURPOSEFUL,
                    CAPD_AWARE,
                    CAPD_COMMUNICATES,
                    CAPD_RESTLESS,
                    CAPD_INCONSOLABLE,
                    CAPD_UNDERACTIVE,
                    CAPD_SLOW_TO_RESPOND,
                    CONSCIOUSNESS,
                    SEIZURE,
                    SEIZURE_TYPE,
                    SEIZURE_DURATION,
                    SEIZURE_RESOLVED,
                    RETURNED_TO_BASELINE,
                    FLUID_BOLUS,
                    FLUID_REASON,
                    HOME_READING -> {}
        }
    }

    private <M extends Meaning> Optional<M> answer(Type said, String place, Class<M> expected) {
        return Answers.read(said, place, expected, context);
    }

    /// Whether nothing was said about it before; else a fault is noted.
    private boolean first(Optional<?> before, CodedValue value) {
        before.ifPresent(_ -> context.issues().refuse(value.expression(), "gives what was given before"));
        return before.isEmpty();
    }

    private void flow(SentAmount flow, CodedValue value) {
        if (first(oxygen.flow(), value)) {
            oxygen = oxygen.withFlow(flow, value.valueExpression());
        }
    }

    private void charted(Meaning.OfDevice device, CodedValue value, String place) {
        if (first(oxygen.device(), value)) {
            oxygen = oxygen.withDevice(device.device(), device.similar(), place);
            device.reason().ifPresent(implied -> oxygen = oxygen.withReason(implied));
        }
    }

    /// A code that is itself a device: its value is the flow, or whether it is in use.
    private void device(Meaning.OfDevice device, CodedValue value) {
        switch (value.value().orElse(null)) {
            case BooleanType used when !used.booleanValue() -> {}
            case BooleanType _ -> charted(device, value, value.codeExpression());
            case CodeableConcept _ -> context.issues().refuse(value.valueExpression(), "must be a flow or a boolean");
            case null -> {
                if (value.absentReason().isEmpty()) {
                    charted(device, value, value.codeExpression());
                }
            }
            case Type flow -> {
                charted(device, value, value.codeExpression());
                amount(value, flow, ObservationItem.OXYGEN_FLOW.word()).ifPresent(litres -> flow(litres, value));
            }
        }
    }
}
