package health.vigil.api.sender;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.store.ExchangeSenders.KnownSender;
import java.time.Instant;
import java.util.Optional;

/// A sender in a response.
///
/// @param unread the statements that were put into quarantine for a person
/// @param lateClockAt when a reading came last whose clock is too late
/// @param demoAt when a reading came last that is marked as a demonstration
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SenderView(
        String sender,
        String format,
        Instant firstHeardAt,
        Instant heardAt,
        Optional<Long> silentAfterSeconds,
        boolean silent,
        long taken,
        long duplicate,
        long ignored,
        long unread,
        long refused,
        Optional<Instant> lateClockAt,
        Optional<Instant> demoAt) {
    static SenderView of(KnownSender known) {
        var counts = known.counts();
        return new SenderView(
                known.sender(),
                known.format(),
                known.firstHeardAt(),
                known.heardAt(),
                known.silentAfterSeconds(),
                known.silent(),
                counts.taken(),
                counts.duplicate(),
                counts.ignored(),
                counts.unread(),
                counts.refused(),
                known.lateClockAt(),
                known.demoAt());
    }
}
