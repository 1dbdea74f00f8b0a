package health.vigil.api.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.api.NumbersJson;
import health.vigil.context.ContextItem;
import health.vigil.context.ContextItems;
import health.vigil.context.Fact;
import health.vigil.context.Input;
import health.vigil.json.JsonText;
import health.vigil.observation.ObservationId;
import health.vigil.observation.PatientId;
import health.vigil.store.ContextQueries.EpisodeContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The items beside the grades as the API tells them. What is not known is `null`, never left out.
final class ContextJson {
    private ContextJson() {}

    /// @param asked the number under which the patient was asked for
    static ObjectNode of(PatientId asked, EpisodeContext context, ZoneId hospital) {
        var json = NumbersJson.put(JsonText.object(), asked, context.episode().numbers())
                .put("episodeId", context.episode().id().toString())
                .put("at", context.at().toString())
                .put("knownAt", context.knownAt().toString())
                .put("day", day(context, hospital))
                .put("ruleSet", ContextItems.RULE_SET)
                .put("policyVersion", context.policyVersion());
        var items = json.putArray("items");
        context.items().forEach(item -> items.add(item(item)));
        return json;
    }

    private static long day(EpisodeContext context, ZoneId hospital) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(context.episode().infusedAt(), hospital),
                LocalDate.ofInstant(context.at(), hospital));
    }

    private static ObjectNode item(ContextItem item) {
        var json = JsonText.object()
                .put("item", item.item())
                .put("version", item.version())
                .put("rule", item.rule());
        item.holds()
                .ifPresentOrElse(
                        holds -> json.put("value", holds),
                        () -> json.put("value", item.value().orElse(null)));
        json.put("grade", item.grade().orElse(null)).put("band", item.band().orElse(null));
        putLeast(json, item);
        json.put("text", item.text().orElse(null)).put("reason", item.reason().orElse(null));
        putTexts(json, "missing", item.missing());
        var inputs = json.putArray("inputs");
        item.inputs().forEach(input -> inputs.add(input(input)));
        var numbers = json.putObject("numbers");
        item.numbers().forEach(numbers::put);
        var facts = json.putArray("facts");
        item.facts().forEach(fact -> facts.add(fact(fact)));
        putTexts(json, "notes", item.notes());
        return json.put("caveat", item.caveat()).put("source", item.source());
    }

    /// The least number or grade, or the band that is the least.
    private static void putLeast(ObjectNode json, ContextItem item) {
        if (item.bandAtLeast()) {
            json.put("atLeast", item.band().orElse(null));
        } else {
            json.put("atLeast", item.atLeast().orElse(null));
        }
    }

    private static void putTexts(ObjectNode json, String field, List<String> texts) {
        var array = json.putArray(field);
        texts.forEach(array::add);
    }

    private static ObjectNode input(Input input) {
        var json = JsonText.object()
                .put("name", input.name())
                .put("value", input.value())
                .put("unit", input.unit());
        if (!input.comparator().isEmpty()) {
            json.put("comparator", input.comparator());
        }
        return observed(json, Optional.of(input.id()), Optional.of(input.at()));
    }

    private static ObjectNode fact(Fact fact) {
        var json = JsonText.object()
                .put("name", fact.name())
                .put("holds", fact.holds().orElse(null))
                .put("finding", fact.finding());
        fact.until().ifPresent(until -> json.put("until", until.toString()));
        return observed(json, fact.observationId(), fact.effectiveAt());
    }

    private static ObjectNode observed(ObjectNode json, Optional<ObservationId> id, Optional<Instant> at) {
        id.ifPresent(known -> json.put("observationId", known.value())
                .put("sender", known.sender().name()));
        at.ifPresent(instant -> json.put("effectiveAt", instant.toString()));
        return json;
    }
}
