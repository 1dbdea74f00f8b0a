package health.vigil.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.IgnoredReason;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OwnCodes;
import health.vigil.exchange.PartDraft;
import health.vigil.exchange.SourceCode;
import health.vigil.intake.draft.IceDraft;
import health.vigil.json.JsonText;
import health.vigil.observation.CapdItem;
import health.vigil.observation.IceItem;
import health.vigil.observation.Kind;
import health.vigil.observation.Tool;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/// The scores ICE and CAPD, and consciousness.
final class NeuroCheckReader {
    private static final Set<String> NOT_ASKED = Set.of("not-performed", "unsupported");
    private static final String COMPONENTS = "Observation.component";
    private static final List<String> ICE_FIELDS =
            Arrays.stream(IceItem.values()).map(IceItem::field).toList();
    private static final List<String> CAPD_FIELDS =
            Arrays.stream(CapdItem.values()).map(CapdItem::field).toList();

    private final ResourceContext context;
    private final PartDraft part = new PartDraft("neuro-check", Kind.NEURO_CHECK);

    NeuroCheckReader(ResourceContext context) {
        this.context = context;
    }

    ObservationContent ice(List<CodedValue> values) {
        return score(Tool.ICE, ICE_FIELDS, values, item -> item.iceItem().map(IceItem::field));
    }

    ObservationContent capd(List<CodedValue> values) {
        return score(Tool.CAPD, CAPD_FIELDS, values, item -> item.capdItem().map(CapdItem::field));
    }

    private ObservationContent score(
            Tool tool,
            List<String> fields,
            List<CodedValue> values,
            Function<ObservationItem, Optional<String>> field) {
        var own = values.getFirst();
        if (own.absentReason().isPresent()) {
            notTestable(tool, own.absentReason().get());
            return ObservationContent.of(part);
        }
        var total = own.value().flatMap(value -> points(value, own.valueExpression()));
        var items = items(values, field);
        var leftOut = tool == Tool.ICE ? leftOut(values) : EnumSet.noneOf(IceItem.class);
        var totalOnly = items.isEmpty() && leftOut.isEmpty();
        if (totalOnly && own.value().isEmpty()) {
            context.issues().missing(own.valueExpression());
        } else if (totalOnly) {
            total.ifPresent(points -> part.put(tool.word(), points, own.valueExpression()));
        } else {
            check(fields, items, leftOut, total);
            var json = JsonText.object();
            items.forEach(json::put);
            part.put(tool.word(), json, COMPONENTS);
            if (!leftOut.isEmpty()) {
                var names = JsonText.object().arrayNode();
                leftOut.forEach(item -> names.add(item.field()));
                part.put(IceDraft.NOT_DONE, names, COMPONENTS);
            }
        }
        return ObservationContent.of(part);
    }

    private Map<String, BigDecimal> items(List<CodedValue> values, Function<ObservationItem, Optional<String>> field) {
        var items = new LinkedHashMap<String, BigDecimal>();
        for (var value : values.subList(1, values.size())) {
            if (value.meaning().orElse(null) instanceof Meaning.OfItem(var item)) {
                field.apply(item)
                        .flatMap(name -> value.value()
                                .flatMap(points -> points(points, value.valueExpression()))
                                .map(points -> Map.entry(name, points)))
                        .filter(entry -> items.putIfAbsent(entry.getKey(), entry.getValue()) != null)
                        .ifPresent(_ -> context.issues().refuse(value.expression(), "gives what was given before"));
            }
        }
        return items;
    }

    /// The items of ICE of which the sender says that they could not be asked. Any other reason would let an item count
    /// in full that the patient may have failed.
    private Set<IceItem> leftOut(List<CodedValue> values) {
        var items = EnumSet.noneOf(IceItem.class);
        for (var value : values.subList(1, values.size())) {
            if (value.absentReason().isPresent() && value.meaning().orElse(null) instanceof Meaning.OfItem(var item)) {
                item.iceItem().ifPresent(items::add);
                if (item.iceItem().isPresent() && !notAsked(value.absentReason().get())) {
                    context.issues()
                            .refuse(value.expression() + ".dataAbsentReason", "must be not-performed or unsupported");
                }
            }
        }
        return items;
    }

    private static boolean notAsked(CodeableConcept reason) {
        return reason.getCoding().stream().anyMatch(coding -> NOT_ASKED.contains(coding.getCode()));
    }

    /// Items that were left out count in full.
    private void check(
            List<String> fields, Map<String, BigDecimal> items, Set<IceItem> leftOut, Optional<BigDecimal> total) {
        var given = new HashSet<>(items.keySet());
        leftOut.forEach(item -> given.add(item.field()));
        if (!given.containsAll(fields)) {
            context.issues().refuse(COMPONENTS, "must hold all items or none");
            return;
        }
        var full = leftOut.stream().mapToInt(IceItem::points).sum();
        var sum = items.values().stream().reduce(BigDecimal.valueOf(full), BigDecimal::add);
        if (total.isPresent() && total.get().compareTo(sum) != 0) {
            context.issues().refuse(COMPONENTS, "holds items that do not add up to the value");
        }
    }

    private Optional<BigDecimal> points(Type value, String place) {
        return switch (value) {
            case IntegerType whole when whole.hasValue() -> Optional.of(BigDecimal.valueOf(whole.getValue()));
            case Quantity quantity
            when quantity.hasValue() && !quantity.hasComparator() -> Optional.of(quantity.getValue());
            default -> {
                context.issues().refuse(place, "must be a whole number");
                yield Optional.empty();
            }
        };
    }

    private void notTestable(Tool tool, CodeableConcept reason) {
        var place = "Observation.dataAbsentReason";
        ArrayNode tools = JsonText.object().arrayNode().add(tool.word());
        part.put("notTestable", tools, place);
        Optional.ofNullable(reason.getText())
                .or(() -> reason.getCoding().stream()
                        .flatMap(
                                coding -> Optional.ofNullable(coding.getDisplay())
                                        .or(() -> Optional.ofNullable(coding.getCode()))
                                        .stream())
                        .findFirst())
                .ifPresent(text -> part.put("notTestableReason", text, place));
    }

    ObservationContent consciousness(CodedValue own, List<String> systems) {
        if (own.value().isEmpty()) {
            if (own.absentReason().isEmpty()) {
                context.issues().missing(own.valueExpression());
            }
            return new ObservationContent.NothingToKeep(IgnoredReason.NO_VALUE);
        }
        if (own.value().get() instanceof CodeableConcept concept
                && context.concepts().match(concept) instanceof CodeMatch.NotOurs
                && !systems.contains(OwnCodes.OBSERVATION)
                && !answersAreMapped()) {
            return new ObservationContent.NothingToKeep(IgnoredReason.UNKNOWN_CODE);
        }
        Answers.read(own.value().get(), own.valueExpression(), Meaning.OfLevel.class, context)
                .ifPresent(level -> part.put("consciousness", level.level().word(), own.valueExpression()));
        return ObservationContent.of(part);
    }

    /// Whether the hospital's file names answers to the question of consciousness.
    private boolean answersAreMapped() {
        return context.vocabulary().rows().stream()
                .filter(row -> !row.system().equals(OwnCodes.LEVEL))
                .anyMatch(row -> context.vocabulary().match(SourceCode.of(row.system(), row.code()))
                        instanceof CodeMatch.Found(Meaning.OfLevel _, var _));
    }
}
