package health.vigil.exchange;

import health.vigil.exchange.SenderSettings.ReadingSettings;
import health.vigil.intake.Subject;
import health.vigil.intake.unit.Measure;
import health.vigil.observation.Kind;
import health.vigil.observation.OxygenDevice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what a message says about oxygen at one instant into one record.
public final class OxygenRules {
    public static final String PART = "oxygen";

    private static final BigDecimal ROOM_AIR = new BigDecimal("0.21");

    private final ReadingSettings settings;

    public OxygenRules(ReadingSettings settings) {
        this.settings = settings;
    }

    /// The result: an oxygen record, nothing, or the reason why a person must decide.
    public sealed interface OxygenResult {
        record Charted(Part part, List<Caution> cautions) implements OxygenResult {
            public Charted {
                cautions = List.copyOf(cautions);
            }
        }

        /// Room air without a device says nothing.
        record Nothing() implements OxygenResult {}

        record Undecidable(ForeignReason reason, String place) implements OxygenResult {}
    }

    public OxygenResult apply(OxygenJoin.JoinedOxygen joined) {
        return apply(joined.fragment(), joined.lead().subject(), joined.lead().effectiveAt());
    }

    OxygenResult apply(OxygenFragment said, Subject subject, Instant effectiveAt) {
        if (said.device().isEmpty() && !moreThanRoomAir(said)) {
            return new OxygenResult.Nothing();
        }
        var device = said.device().map(OxygenFragment.Placed::value).or(settings::oxygenDevice);
        if (device.isEmpty()) {
            return new OxygenResult.Undecidable(ForeignReason.OXYGEN_DEVICE, place(said));
        }
        var reason = said.reason().or(settings::oxygenReason);
        if (reason.isEmpty() && device.get() != OxygenDevice.ROOM_AIR) {
            return new OxygenResult.Undecidable(ForeignReason.OXYGEN_REASON, place(said));
        }
        var draft = new PartDraft(PART, Kind.OXYGEN_THERAPY)
                .put("device", device.get().word(), place(said));
        said.flow().ifPresent(flow -> put(draft, "flow", flow));
        said.fraction().ifPresent(fraction -> put(draft, "fio2", fraction));
        reason.ifPresent(why -> draft.put("reason", why.word(), place(said)));
        return new OxygenResult.Charted(draft.at(subject, effectiveAt), cautions(said));
    }

    private static void put(PartDraft draft, String field, OxygenFragment.Placed<SentAmount> amount) {
        draft.put(field, amount.value().value(), amount.value().unit(), amount.place());
    }

    private List<Caution> cautions(OxygenFragment said) {
        var cautions = new ArrayList<Caution>();
        if (said.similar()) {
            cautions.add(new Caution(place(said), "the device is not in the ASTCT table; it counts as a simple mask"));
        }
        if (said.device().isEmpty()) {
            cautions.add(new Caution(place(said), "no device is named; the sender's usual device is assumed"));
        }
        if (said.reason().isEmpty() && settings.oxygenReason().isPresent()) {
            cautions.add(new Caution(place(said), "no reason is named; the sender's usual reason is assumed"));
        }
        return cautions;
    }

    /// A flow above 0, or more oxygen than in air. A number that cannot be compared counts as more.
    private static boolean moreThanRoomAir(OxygenFragment said) {
        return above(said.flow(), Measure.FLOW, BigDecimal.ZERO) || above(said.fraction(), Measure.FRACTION, ROOM_AIR);
    }

    private static boolean above(
            Optional<OxygenFragment.Placed<SentAmount>> amount, Measure measure, BigDecimal limit) {
        return amount.map(OxygenFragment.Placed::value)
                .filter(given -> given.unit()
                        .map(unit -> measure.convert(given.value(), unit))
                        .orElse(Optional.of(given.value()))
                        .map(value -> value.compareTo(limit) > 0)
                        .orElse(true))
                .isPresent();
    }

    private static String place(OxygenFragment said) {
        return said.device()
                .map(OxygenFragment.Placed::place)
                .or(() -> said.flow().map(OxygenFragment.Placed::place))
                .or(() -> said.fraction().map(OxygenFragment.Placed::place))
                .orElse("");
    }
}
