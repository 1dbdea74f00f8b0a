package health.vigil.hl7;

import health.vigil.exchange.Meaning;
import health.vigil.exchange.ObservationItem;
import health.vigil.exchange.OxygenFragment;
import health.vigil.exchange.OxygenJoin.OxygenSaying;
import health.vigil.exchange.SentAmount;
import health.vigil.hl7.ObxReading.ObxValue;
import health.vigil.hl7.ObxReading.ReadObx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the values of a message say about oxygen.
final class OxygenValues {
    private OxygenValues() {}

    /// @param readings each is known by its index
    static List<OxygenSaying> of(List<ReadObx> readings) {
        var sayings = new ArrayList<OxygenSaying>();
        for (int index = 0; index < readings.size(); index++) {
            var reading = readings.get(index);
            var fragment = fragment(reading);
            if (!fragment.equals(OxygenFragment.NOTHING)) {
                sayings.add(new OxygenSaying(index, reading.subject().subject(), reading.effectiveAt(), fragment));
            }
        }
        return sayings;
    }

    private static OxygenFragment fragment(ReadObx reading) {
        var place = reading.context().obx().place(5);
        return switch (reading.value().orElse(null)) {
            case ObxValue.Coded(Meaning.OfDevice(var device, var reason, var similar)) -> {
                var charted = OxygenFragment.NOTHING.withDevice(device, similar, place);
                yield reason.map(charted::withReason).orElse(charted);
            }
            case ObxValue.Coded(Meaning.OfReason(var reason)) -> OxygenFragment.NOTHING.withReason(reason);
            case ObxValue.Numeric number -> amount(reading.code(), number, place);
            case ObxValue.Coded _ -> OxygenFragment.NOTHING;
            case null -> OxygenFragment.NOTHING;
        };
    }

    private static OxygenFragment amount(Meaning code, ObxValue.Numeric number, String place) {
        var amount = new SentAmount(number.number(), Optional.of(number.unit()));
        return switch (code) {
            case Meaning.OfItem(var item)
            when item == ObservationItem.OXYGEN_FLOW -> OxygenFragment.NOTHING.withFlow(amount, place);
            case Meaning.OfItem(var item)
            when item == ObservationItem.OXYGEN_FRACTION -> OxygenFragment.NOTHING.withFraction(amount, place);
            case Meaning.OfDevice(var device, var reason, var similar) -> {
                var charted = OxygenFragment.NOTHING
                        .withDevice(device, similar, place)
                        .withFlow(amount, place);
                yield reason.map(charted::withReason).orElse(charted);
            }
            case Meaning.OfItem _,
                    Meaning.OfSign _,
                    Meaning.OfAnalyte _,
                    Meaning.OfFinding _,
                    Meaning.OfReason _,
                    Meaning.OfLevel _,
                    Meaning.OfSeizure _,
                    Meaning.OfFluidReason _,
                    Meaning.OfAgent _,
                    Meaning.OfDrug _,
                    Meaning.OfCells _,
                    Meaning.OfUnit _ -> OxygenFragment.NOTHING;
        };
    }
}
