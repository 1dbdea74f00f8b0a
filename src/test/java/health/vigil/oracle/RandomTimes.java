package health.vigil.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Times that are a window apart from one another, or next to that.
final class RandomTimes {

    private static final List<Duration> WINDOWS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofHours(6),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(30),
            Duration.ofHours(36),
            Duration.ofHours(48),
            Duration.ofDays(3),
            Duration.ofHours(96));

    private static final List<Duration> NUDGES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(-1),
            Duration.ofMillis(1),
            Duration.ofMillis(-1),
            Duration.ofNanos(1_000),
            Duration.ofNanos(-1_000),
            Duration.ofNanos(700));

    private final RandomChoice choice;
    private final List<Instant> infusions;
    private final List<Instant> used = new ArrayList<>();

    RandomTimes(RandomChoice choice, OraclePatient patient) {
        this.choice = choice;
        this.infusions = Stream.concat(Stream.of(patient.infusedAt()), patient.furtherInfusions().stream())
                .toList();
        used.add(patient.infusedAt());
    }

    /// The time of the next observation; remembered, so that others come a window later.
    Instant next() {
        Instant next = choice.percent(2) ? afterTwoWeeks() : anchor().plus(gap());
        used.add(next);
        return next;
    }

    /// Before or at the first infusion; not remembered.
    Instant aroundInfusion() {
        return nudged(infusions.getFirst().minus(choice.percent(20) ? Duration.ZERO : choice.any(WINDOWS)));
    }

    /// At or next to the end of a window of an earlier observation.
    Instant boundary() {
        Duration window = choice.percent(30) ? Duration.ZERO : choice.any(WINDOWS);
        return nudged(choice.any(used).plus(window));
    }

    private Instant anchor() {
        return switch (choice.between(1, 10)) {
            case 1 -> choice.any(infusions);
            case 2, 3, 4, 5 -> choice.any(used);
            default -> used.getLast();
        };
    }

    private Instant afterTwoWeeks() {
        return nudged(choice.any(infusions).plus(Duration.ofDays(14)));
    }

    private Duration gap() {
        return switch (choice.between(1, 20)) {
            case 1, 2, 3, 4 -> Duration.ZERO;
            case 5, 6, 7, 8, 9 -> nudge().plus(choice.any(WINDOWS));
            case 10 -> nudge().minus(choice.any(WINDOWS));
            case 11 -> nudge();
            case 12 -> Duration.ofMinutes(choice.between(-180, 0));
            default -> Duration.ofMinutes(choice.between(1, 300));
        };
    }

    private Instant nudged(Instant instant) {
        return instant.plus(nudge());
    }

    private Duration nudge() {
        return choice.percent(55) ? Duration.ZERO : choice.any(NUDGES);
    }

    /// Mostly within a minute; sometimes late, and sometimes at or next to two minutes before its date.
    Instant receiptOf(Instant effectiveAt) {
        return switch (choice.between(1, 20)) {
            case 1, 2, 3, 4, 5 -> effectiveAt;
            case 6, 7, 8 -> effectiveAt.plus(Duration.ofMinutes(choice.between(30, 2_000)));
            case 9 -> nudged(effectiveAt.minus(Duration.ofMinutes(2)));
            case 10 -> choice.percent(50) ? effectiveAt.minus(Duration.ofMinutes(choice.between(1, 90))) : effectiveAt;
            default -> effectiveAt.plus(Duration.ofSeconds(choice.between(1, 60)));
        };
    }

    /// RFC 3339, sometimes with another offset.
    String onTheWire(Instant instant) {
        ZoneOffset offset =
                choice.percent(80) ? ZoneOffset.UTC : ZoneOffset.of(choice.word("+02:00", "-05:00", "+05:30"));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset));
    }
}
