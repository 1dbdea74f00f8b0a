package health.vigil.alert;

import health.vigil.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a device is heard, and whether what it says is used: the result of what it has said so far, in order.
///
/// @param heardAt when it was heard last, by receipt
/// @param usedAt when something of it was used last, by receipt
/// @param unused absent while it is used
/// @param drift readings in a row whose date is off; absent after one whose date is not
public record DeviceUse(
        String device, Instant heardAt, Optional<Instant> usedAt, Optional<Unused> unused, Optional<Drift> drift) {
    private static final int IN_A_ROW = 10;
    private static final Duration SPREAD = Duration.ofSeconds(30);

    /// Nothing of it is used.
    public record Unused(UnusedReason reason, Instant since) {}

    /// Readings in a row whose date is off.
    ///
    /// @param least by how much their date was after their receipt, at least; negative where it was before
    /// @param most the same, at most
    public record Drift(Instant since, int readings, Duration least, Duration most) {
        private static Drift begin(Reading reading) {
            return new Drift(reading.receivedAt(), 1, reading.ahead(), reading.ahead());
        }

        private Drift and(Reading reading) {
            var ahead = reading.ahead();
            return new Drift(
                    since,
                    readings + 1,
                    ahead.compareTo(least) < 0 ? ahead : least,
                    ahead.compareTo(most) > 0 ? ahead : most);
        }

        /// Late ones are off by the same span; what is late by another each time is a backlog.
        private boolean fits() {
            return (least.isPositive() && most.isPositive())
                    || (most.isNegative() && most.minus(least).compareTo(SPREAD) <= 0);
        }

        private boolean sure() {
            return readings >= IN_A_ROW;
        }
    }

    /// What became of something that a device said.
    public enum Outcome {
        APPLIED,
        /// Nobody has the device.
        UNBOUND,
        /// Its id was used before with other content.
        ID_CONFLICT,
        /// It says nothing of the device's use: a repeat, a retraction, a reading of a patient without an episode.
        OTHER
    }

    /// Something that a device said.
    ///
    /// @param ahead by how much its date was after its receipt; negative where it was before
    public record Reading(Outcome outcome, Instant receivedAt, Duration ahead) {
        private boolean dateIsOff() {
            return ahead.abs().compareTo(Observation.CLOCK_TOLERANCE) > 0;
        }
    }

    public static DeviceUse begin(String device, Instant heardAt) {
        return new DeviceUse(device, heardAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The device after it has said something.
    public DeviceUse after(Reading reading) {
        var heard = heardAt(reading.receivedAt());
        return switch (reading.outcome()) {
            case OTHER -> heard;
            case UNBOUND -> heard.notUsed(UnusedReason.UNBOUND, reading.receivedAt(), Optional.empty());
            case ID_CONFLICT -> heard.notUsed(UnusedReason.ID_CONFLICT, reading.receivedAt(), Optional.empty());
            case APPLIED ->
                reading.dateIsOff() ? heard.drifted(reading) : heard.used(reading.receivedAt(), Optional.empty());
        };
    }

    private DeviceUse heardAt(Instant at) {
        return at.isAfter(heardAt) ? new DeviceUse(device, at, usedAt, unused, drift) : this;
    }

    private DeviceUse drifted(Reading reading) {
        var off = drift.map(before -> before.and(reading)).filter(Drift::fits).orElseGet(() -> Drift.begin(reading));
        if (off.sure()) {
            return notUsed(
                    reading.ahead().isPositive() ? UnusedReason.CLOCK_AHEAD : UnusedReason.CLOCK_LATE,
                    off.since(),
                    Optional.of(off));
        }
        return reading.ahead().isPositive()
                ? new DeviceUse(device, heardAt, usedAt, unused, Optional.of(off))
                : used(reading.receivedAt(), Optional.of(off));
    }

    private DeviceUse used(Instant at, Optional<Drift> off) {
        return new DeviceUse(device, heardAt, Optional.of(at), Optional.empty(), off);
    }

    private DeviceUse notUsed(UnusedReason reason, Instant since, Optional<Drift> off) {
        return new DeviceUse(
                device,
                heardAt,
                usedAt,
                Optional.of(new Unused(reason, unused.map(Unused::since).orElse(since))),
                off);
    }

    /// When it was last a sign that its patient is watched: what is not used, and told by no alert, is none.
    public Optional<Instant> signOfLife() {
        return unused.isPresent() ? Optional.of(heardAt) : usedAt;
    }

    /// Why an alert of its own says that nothing of it is used; conflicts have one that counts.
    public Optional<Unused> toldUnused() {
        return unused.filter(why -> why.reason() != UnusedReason.ID_CONFLICT);
    }
}
