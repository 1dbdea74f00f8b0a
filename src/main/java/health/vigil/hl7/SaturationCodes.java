package health.vigil.hl7;

import health.vigil.exchange.CodeMatch;
import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.SenderSettings;
import health.vigil.exchange.SourceCode;
import health.vigil.exchange.Terminology;
import health.vigil.exchange.Vocabulary;
import health.vigil.observation.VitalSign;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The codes of values (OBX-3). `2708-6` is the saturation of arterial blood: a chart means the pulse oximeter by
/// it, a laboratory a blood gas. It counts as SpO2 only from a bedside device, or in an order of vital signs.
final class SaturationCodes {
    private static final String ARTERIAL_SATURATION = "2708-6";
    /// Signs that no report of a blood gas holds. It may hold the temperature and the respiratory rate.
    private static final Set<VitalSign> OF_CHARTS =
            Set.of(VitalSign.HEART_RATE, VitalSign.SYSTOLIC, VitalSign.DIASTOLIC, VitalSign.MEAN_ARTERIAL_PRESSURE);

    private final boolean device;
    private final Set<OrderPlace> vitalSigns = new HashSet<>();

    private SaturationCodes(boolean device) {
        this.device = device;
    }

    /// An order of a message; 0 if values have none.
    private record OrderPlace(int pid, int order) {
        static OrderPlace of(ObxContext context) {
            return new OrderPlace(
                    context.pid().map(Er7Segment::number).orElse(0),
                    context.order().map(Er7Segment::number).orElse(0));
        }
    }

    static SaturationCodes of(SenderSettings sender, List<ObxContext> contexts) {
        var codes = new SaturationCodes(sender.device());
        if (!sender.device()) {
            contexts.stream()
                    .filter(context -> ofVitalSigns(context, sender.reading().vocabulary()))
                    .map(OrderPlace::of)
                    .forEach(codes.vitalSigns::add);
        }
        return codes;
    }

    /// Whether a value, or the code of its order (OBR-4), says that the order is one of vital signs.
    private static boolean ofVitalSigns(ObxContext context, Vocabulary vocabulary) {
        var isSign = vocabulary.match(Er7Codes.codings(context.obx(), 3))
                        instanceof CodeMatch.Found(Meaning.OfSign(var sign, var _, var _), var _)
                && OF_CHARTS.contains(sign);
        return isSign
                || context.order()
                        .filter(order -> isPanel(vocabulary.match(Er7Codes.codings(order, 4))))
                        .isPresent();
    }

    private static boolean isPanel(CodeMatch match) {
        return match instanceof CodeMatch.Found(Meaning.OfItem(var item), var _) && item == ObservationItem.PANEL;
    }

    /// The codings of a value, without a saturation that may be one of blood.
    List<SourceCode> codings(ObxContext context) {
        var codings = Er7Codes.codings(context.obx(), 3);
        return device || vitalSigns.contains(OrderPlace.of(context))
                ? codings
                : codings.stream().filter(coding -> !arterialSaturation(coding)).toList();
    }

    private static boolean arterialSaturation(SourceCode coding) {
        return coding.code().equals(ARTERIAL_SATURATION)
                && Terminology.canonical(coding.system()).equals(Terminology.LOINC.uri());
    }
}
