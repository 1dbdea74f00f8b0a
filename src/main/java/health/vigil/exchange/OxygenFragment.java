package health.vigil.exchange;

import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenReason;
import java.util.Optional;

/// A part of what a message says about oxygen: the device, the flow, the fraction or the reason.
///
/// @param similar whether the device is only similar to the one that was charted
public record OxygenFragment(
        Optional<Placed<OxygenDevice>> device,
        boolean similar,
        Optional<Placed<SentAmount>> flow,
        Optional<Placed<SentAmount>> fraction,
        Optional<OxygenReason> reason) {
    public static final OxygenFragment NOTHING =
            new OxygenFragment(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());

    /// A value, and where in the message it was.
    public record Placed<T>(T value, String place) {}

    public boolean isEmpty() {
        return device.isEmpty() && flow.isEmpty() && fraction.isEmpty();
    }

    public OxygenFragment withDevice(OxygenDevice which, boolean onlySimilar, String place) {
        return new OxygenFragment(Optional.of(new Placed<>(which, place)), onlySimilar, flow, fraction, reason);
    }

    public OxygenFragment withFlow(SentAmount amount, String place) {
        return new OxygenFragment(device, similar, Optional.of(new Placed<>(amount, place)), fraction, reason);
    }

    public OxygenFragment withFraction(SentAmount amount, String place) {
        return new OxygenFragment(device, similar, flow, Optional.of(new Placed<>(amount, place)), reason);
    }

    public OxygenFragment withReason(OxygenReason why) {
        return new OxygenFragment(device, similar, flow, fraction, Optional.of(why));
    }

    /// Both as one; empty if they say different things about the same.
    Optional<OxygenFragment> joined(OxygenFragment other) {
        var compatible = compatible(device, other.device)
                && compatible(flow, other.flow)
                && compatible(fraction, other.fraction)
                && (reason.isEmpty() || other.reason.isEmpty() || reason.equals(other.reason));
        return compatible
                ? Optional.of(new OxygenFragment(
                        device.or(() -> other.device),
                        similar || other.similar,
                        flow.or(() -> other.flow),
                        fraction.or(() -> other.fraction),
                        reason.or(() -> other.reason)))
                : Optional.empty();
    }

    private static <T> boolean compatible(Optional<Placed<T>> one, Optional<Placed<T>> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.get().value().equals(other.get().value());
    }

    /// The rank for the lead of a joined record: the device leads, then the flow.
    int rank() {
        if (device.isPresent()) {
            return 0;
        }
        if (flow.isPresent()) {
            return 1;
        }
        return fraction.isPresent() ? 2 : 3;
    }
}
