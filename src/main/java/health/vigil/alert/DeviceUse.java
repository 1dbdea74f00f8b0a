package health.vigil.alert;

import health.vigil.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a device sends readings and whether they are used, derived from its readings in order.
///
/// @param heardAt the receipt of its last reading
/// @param usedAt the receipt of its last used reading
/// @param unused absent while its readings are used
/// @param drift consecutive readings with a wrong time; absent after one with a correct time
public record DeviceUse(
        String device,
        Instant heardAt,
        Optional<Instant> usedAt,
        Optional<UnusedReadings> unused,
        Optional<Drift> drift) {
    private static final int IN_A_ROW = 10;
    private static final Duration SPREAD = Duration.ofSeconds(30);

    /// The readings are not used.
    public record UnusedReadings(UnusedReason reason, Instant since) {}

    /// Consecutive readings with a wrong time.
    ///
    /// @param least the smallest difference from receipt to reading time; negative if the reading time is
    ///     earlier
    /// @param most the largest difference
    public record Drift(Instant since, int readings, Duration least, Duration most) {
        private static Drift begin(DeviceSignal signal) {
            return new Drift(signal.receivedAt(), 1, signal.ahead(), signal.ahead());
        }

        private Drift and(DeviceSignal signal) {
            var ahead = signal.ahead();
            return new Drift(
                    since,
                    readings + 1,
                    ahead.compareTo(least) < 0 ? ahead : least,
                    ahead.compareTo(most) > 0 ? ahead : most);
        }

        /// A slow clock is always late by the same amount. A varying delay is a backlog, not a wrong clock.
        private boolean isWrongClock() {
            return (least.isPositive() && most.isPositive())
                    || (most.isNegative() && most.minus(least).compareTo(SPREAD) <= 0);
        }

        private boolean isLongEnough() {
            return readings >= IN_A_ROW;
        }
    }

    /// What became of a reading.
    public enum Outcome {
        APPLIED,
        /// The device is not bound.
        UNBOUND,
        /// Its id was used before with other content.
        ID_CONFLICT,
        /// It does not show whether the device is used: a duplicate, a retraction, or a patient without an
        /// episode.
        OTHER
    }

    /// A received reading.
    ///
    /// @param ahead how far its time is after its receipt; negative if it is before
    public record DeviceSignal(Outcome outcome, Instant receivedAt, Duration ahead) {
        private boolean hasWrongTime() {
            return ahead.abs().compareTo(Observation.CLOCK_TOLERANCE) > 0;
        }
    }

    public static DeviceUse begin(String device, Instant heardAt) {
        return new DeviceUse(device, heardAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The state after one more reading.
    public DeviceUse after(DeviceSignal signal) {
        var heard = heardAt(signal.receivedAt());
        return switch (signal.outcome()) {
            case OTHER -> heard;
            case UNBOUND -> heard.notUsed(UnusedReason.UNBOUND, signal.receivedAt(), Optional.empty());
            case ID_CONFLICT -> heard.notUsed(UnusedReason.ID_CONFLICT, signal.receivedAt(), Optional.empty());
            case APPLIED ->
                signal.hasWrongTime() ? heard.drifted(signal) : heard.used(signal.receivedAt(), Optional.empty());
        };
    }

    private DeviceUse heardAt(Instant at) {
        return at.isAfter(heardAt) ? new DeviceUse(device, at, usedAt, unused, drift) : this;
    }

    private DeviceUse drifted(DeviceSignal signal) {
        var off = drift.map(before -> before.and(signal))
                .filter(Drift::isWrongClock)
                .orElseGet(() -> Drift.begin(signal));
        if (off.isLongEnough()) {
            return notUsed(
                    signal.ahead().isPositive() ? UnusedReason.CLOCK_AHEAD : UnusedReason.CLOCK_LATE,
                    off.since(),
                    Optional.of(off));
        }
        return signal.ahead().isPositive()
                ? new DeviceUse(device, heardAt, usedAt, unused, Optional.of(off))
                : used(signal.receivedAt(), Optional.of(off));
    }

    private DeviceUse used(Instant at, Optional<Drift> off) {
        return new DeviceUse(device, heardAt, Optional.of(at), Optional.empty(), off);
    }

    private DeviceUse notUsed(UnusedReason reason, Instant since, Optional<Drift> off) {
        return new DeviceUse(
                device,
                heardAt,
                usedAt,
                Optional.of(new UnusedReadings(
                        reason, unused.map(UnusedReadings::since).orElse(since))),
                off);
    }

    /// The last sign that the patient is watched. Unused readings count only if there is an alert about them.
    public Optional<Instant> signOfLife() {
        return unused.isPresent() ? Optional.of(heardAt) : usedAt;
    }

    /// Why the readings are unused, if that raises a device alert. Conflicts have their own counting alert.
    public Optional<UnusedReadings> unusedWithAlert() {
        return unused.filter(why -> why.reason() != UnusedReason.ID_CONFLICT);
    }
}
