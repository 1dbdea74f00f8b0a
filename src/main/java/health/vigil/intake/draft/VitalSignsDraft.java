package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Entry;
import health.vigil.json.Location;
import health.vigil.observation.Content;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `vital-signs`: at least one value.
public record VitalSignsDraft(Map<VitalSign, Entry<Quantity>> values, Entry<String> temperatureSite)
        implements ContentDraft {
    private static final Rule<String, String> SITE = Rule.text(100);
    private static final Map<VitalSign, Rule<Quantity, BigDecimal>> QUANTITIES = quantities();
    private static final String NOTHING = "needs at least one of "
            + Arrays.stream(VitalSign.values()).map(VitalSign::field).collect(Collectors.joining(", "));

    public VitalSignsDraft {
        values = Map.copyOf(values);
    }

    private static Map<VitalSign, Rule<Quantity, BigDecimal>> quantities() {
        var rules = new EnumMap<VitalSign, Rule<Quantity, BigDecimal>>(VitalSign.class);
        for (var sign : VitalSign.values()) {
            rules.put(sign, Rule.quantity(Measure.of(sign)));
        }
        return rules;
    }

    private Entry<Quantity> entry(VitalSign sign) {
        return values.getOrDefault(sign, Entry.absent());
    }

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        if (values.values().stream().noneMatch(Entry::given)) {
            message.refuse(NOTHING);
        }
        var sound = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        QUANTITIES.forEach(
                (sign, rule) -> checks.may(sign.field(), entry(sign), rule).ifPresent(value -> sound.put(sign, value)));
        var site = checks.may("temperatureSite", temperatureSite, SITE);
        return checks.whenSound(() -> new VitalSigns(sound, site));
    }
}
