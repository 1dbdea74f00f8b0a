package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/// An entry that a nurse charts at an hour of the story.
///
/// @param telling the line that the demo prints for it, if any
record StoryEntry(Duration at, ObjectNode fields, Optional<String> telling) {
    private static StoryEntry at(double hour, String kind) {
        var fields = JsonNodeFactory.instance.objectNode().put("kind", kind);
        return new StoryEntry(StoryClock.hour(hour), fields, Optional.empty());
    }

    static StoryEntry temperature(double hour, double celsius) {
        return at(hour, "vital-signs").with("temperature", celsius);
    }

    static StoryEntry bolus(double hour, int millilitres) {
        return at(hour, "fluid-bolus").with("volume", millilitres).with("reason", "hypotension");
    }

    static StoryEntry oxygen(double hour, String device) {
        return at(hour, "oxygen-therapy").with("device", device);
    }

    static StoryEntry oxygen(double hour, String device, double litresPerMinute) {
        return oxygen(hour, device).with("flow", litresPerMinute).with("reason", "hypoxia");
    }

    static StoryEntry vasopressor(double hour, String agent, String action) {
        return at(hour, "vasopressor").with("agent", agent).with("action", action);
    }

    static StoryEntry drug(double hour, String drug, double milligrams) {
        return at(hour, "medication").with("drug", drug).with("dose", milligrams);
    }

    static StoryEntry laboratory(double hour, String analyte, double value, String unit) {
        return at(hour, "lab-result")
                .with("analyte", analyte)
                .with("value", value)
                .with("unit", unit);
    }

    static StoryEntry ice(double hour, int score, String consciousness) {
        return at(hour, "neuro-check").with("ice", score).with("consciousness", consciousness);
    }

    static StoryEntry ice(double hour, IcePoints items, String consciousness) {
        var check = at(hour, "neuro-check").with("consciousness", consciousness);
        check.fields.set("ice", items.json());
        return check;
    }

    static StoryEntry capd(double hour, int score, String consciousness) {
        return at(hour, "neuro-check").with("capd", score).with("consciousness", consciousness);
    }

    static StoryEntry transfusion(double hour, String product, String reason) {
        return at(hour, "transfusion").with("product", product).with("reason", reason);
    }

    static StoryEntry bloodCulture(double hour) {
        return at(hour, "culture").with("specimen", "blood").with("result", "taken");
    }

    /// A seizure that ended by itself, with a return to the baseline.
    static StoryEntry seizure(double hour, String type, double minutes) {
        return at(hour, "seizure")
                .with("type", type)
                .with("durationMinutes", minutes)
                .with("resolved", true)
                .with("returnedToBaseline", true);
    }

    /// With the sentence that the patient wrote.
    ///
    /// @param tremor as in [Handwriting]
    StoryEntry writing(double tremor) {
        return with("handwritingImage", Handwriting.sentence(tremor));
    }

    StoryEntry with(String field, String word) {
        fields.put(field, word);
        return this;
    }

    StoryEntry with(String field, double number) {
        fields.put(field, number);
        return this;
    }

    StoryEntry with(String field, int number) {
        fields.put(field, number);
        return this;
    }

    StoryEntry with(String field, boolean claim) {
        fields.put(field, claim);
        return this;
    }

    StoryEntry telling(String line) {
        return new StoryEntry(at, fields, Optional.of(line));
    }
}
