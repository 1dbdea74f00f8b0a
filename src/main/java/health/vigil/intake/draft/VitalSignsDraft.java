package health.vigil.intake.draft;

import health.vigil.intake.unit.Measure;
import health.vigil.intake.unit.Quantity;
import health.vigil.json.Location;
import health.vigil.json.ReadField;
import health.vigil.observation.CareSetting;
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
///
/// @param device the name of the device at home, only with a setting
public record VitalSignsDraft(
        Map<VitalSign, ReadField<Quantity>> values,
        ReadField<String> temperatureSite,
        ReadField<CareSetting> setting,
        ReadField<String> device)
        implements ContentDraft {
    private static final FieldRule<String, String> SITE = FieldRule.text(100);
    private static final FieldRule<String, String> DEVICE = FieldRule.sentence(100);
    private static final Map<VitalSign, FieldRule<Quantity, BigDecimal>> QUANTITIES = quantities();
    private static final String NOTHING = "needs at least one of "
            + Arrays.stream(VitalSign.values()).map(VitalSign::field).collect(Collectors.joining(", "));

    public VitalSignsDraft {
        values = Map.copyOf(values);
    }

    /// Vital signs of the hospital.
    public VitalSignsDraft(Map<VitalSign, ReadField<Quantity>> values, ReadField<String> temperatureSite) {
        this(values, temperatureSite, ReadField.absent(), ReadField.absent());
    }

    private static Map<VitalSign, FieldRule<Quantity, BigDecimal>> quantities() {
        var rules = new EnumMap<VitalSign, FieldRule<Quantity, BigDecimal>>(VitalSign.class);
        for (var sign : VitalSign.values()) {
            rules.put(sign, FieldRule.quantity(Measure.of(sign)));
        }
        return rules;
    }

    private ReadField<Quantity> read(VitalSign sign) {
        return values.getOrDefault(sign, ReadField.absent());
    }

    @Override
    public Optional<Content> check(Location message) {
        var checks = new Checks(message);
        if (values.values().stream().noneMatch(ReadField::given)) {
            message.refuse(NOTHING);
        }
        var sound = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        QUANTITIES.forEach(
                (sign, rule) -> checks.may(sign.field(), read(sign), rule).ifPresent(value -> sound.put(sign, value)));
        var site = checks.may("temperatureSite", temperatureSite, SITE);
        var where = checks.may("setting", setting);
        var name = checks.may("device", device, DEVICE);
        if (device.given() && !setting.given()) {
            checks.at("device").refuse("is only for a setting of home");
        }
        return checks.whenSound(() -> new VitalSigns(sound, site, where, name));
    }
}
