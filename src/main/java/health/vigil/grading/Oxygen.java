package health.vigil.grading;

import java.time.Instant;
import java.util.Optional;

/// What is still seen of oxygen: the newest record, and the newest SpO2.
///
/// @param chartedAt when the newest record was
/// @param device the device charted then that grades highest
/// @param roomAir room air was charted then
record Oxygen(Optional<Instant> chartedAt, Optional<OxygenEntry> device, boolean roomAir, Optional<Reading> spo2) {
    static final Oxygen NONE = new Oxygen(Optional.empty(), Optional.empty(), false, Optional.empty());

    Oxygen withRoomAir(Instant at) {
        return new Oxygen(Optional.of(at), at(at).device, true, spo2);
    }

    Oxygen withDevice(OxygenEntry entry, Instant at) {
        var kept = at(at);
        var highest = kept.device.filter(old -> old.grade() >= entry.grade()).or(() -> Optional.of(entry));
        return new Oxygen(Optional.of(at), highest, kept.roomAir, spo2);
    }

    Oxygen withSpo2(Reading reading) {
        return new Oxygen(chartedAt, device, roomAir, Reading.newestLowest(spo2, reading));
    }

    /// What was charted at this instant already; an older record is over.
    private Oxygen at(Instant instant) {
        return chartedAt.filter(instant::equals).isPresent()
                ? this
                : new Oxygen(Optional.of(instant), Optional.empty(), false, spo2);
    }

    /// Whether the SpO2 can speak: on room air, or with nothing charted.
    boolean onRoomAir() {
        return roomAir || device.isEmpty();
    }
}
