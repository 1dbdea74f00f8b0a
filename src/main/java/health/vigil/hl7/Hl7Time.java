package health.vigil.hl7;

import health.vigil.exchange.ForeignReason;
import health.vigil.exchange.LocalTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of messages: `YYYYMMDDHHMM[SS[.S+]][±ZZZZ]`. A time without an offset has that of the message, else the
/// zone of the sender. It is never UTC by default.
final class Hl7Time {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,9})|(\\d{3}))?)?([+-]\\d{4})?");
    private static final Pattern OFFSET = Pattern.compile(".*([+-]\\d{4})");

    private final Optional<ZoneOffset> offsetOfMessage;
    private final Optional<ZoneId> zone;
    private final Instant receivedAt;

    /// @param messageTime the time of the message (MSH-7)
    /// @param zone the zone of the sender
    Hl7Time(String messageTime, Optional<ZoneId> zone, Instant receivedAt) {
        var offset = OFFSET.matcher(messageTime.strip());
        this.offsetOfMessage = offset.matches() ? offset(offset.group(1)) : Optional.empty();
        this.zone = zone;
        this.receivedAt = receivedAt;
    }

    /// The result of reading a time.
    sealed interface ReadTime {
        record At(Instant instant) implements ReadTime {}

        record NoTime(ForeignReason reason) implements ReadTime {}
    }

    ReadTime read(String text) {
        var parts = TIME.matcher(text.strip());
        if (!parts.matches()) {
            return new ReadTime.NoTime(ForeignReason.TIME);
        }
        try {
            return read(local(parts), Optional.ofNullable(parts.group(9)));
        } catch (DateTimeException _) {
            return new ReadTime.NoTime(ForeignReason.TIME);
        }
    }

    /// The instant, if it can be read.
    Optional<Instant> instant(String text) {
        return read(text) instanceof ReadTime.At(var instant) ? Optional.of(instant) : Optional.empty();
    }

    private ReadTime read(LocalDateTime local, Optional<String> ownOffset) {
        var offset = ownOffset.isPresent() ? ownOffset.flatMap(Hl7Time::offset) : offsetOfMessage;
        if (offset.isPresent()) {
            return new ReadTime.At(local.toInstant(offset.get()));
        }
        return ownOffset.isPresent()
                ? new ReadTime.NoTime(ForeignReason.TIME)
                : zone.map(known -> local(local, known)).orElseGet(() -> new ReadTime.NoTime(ForeignReason.ZONE));
    }

    /// A local time that was skipped is no time.
    private ReadTime local(LocalDateTime local, ZoneId known) {
        return LocalTimes.instant(local, known, receivedAt)
                .<ReadTime>map(ReadTime.At::new)
                .orElseGet(() -> new ReadTime.NoTime(ForeignReason.TIME));
    }

    private static LocalDateTime local(Matcher parts) {
        return LocalDateTime.of(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                number(parts, 4),
                number(parts, 5),
                parts.group(6) == null ? 0 : number(parts, 6),
                nanos(parts));
    }

    /// The fraction of a second. 17 digits without a point end in milliseconds.
    private static int nanos(Matcher parts) {
        var fraction = parts.group(7) == null ? parts.group(8) : parts.group(7);
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static Optional<ZoneOffset> offset(String text) {
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
