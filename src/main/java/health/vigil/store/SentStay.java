package health.vigil.store;

import health.vigil.exchange.StayReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A report about a stay as it was sent.
///
/// @param ward the ward that its location means; absent if the location is not mapped or not said
/// @param sender the account
/// @param address the sender's network address
public record SentStay(StayReport report, Optional<String> ward, String sender, String address, Instant receivedAt) {
    /// When the event happened. An event from the future counts as one of now, so that a clock that is wrong once
    /// does not make all later events old.
    public Instant changedAt() {
        return report.changedAt().filter(receivedAt::isAfter).orElse(receivedAt).truncatedTo(ChronoUnit.MICROS);
    }
}
