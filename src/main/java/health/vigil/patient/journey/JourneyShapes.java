package health.vigil.patient.journey;

import health.vigil.api.MicrosecondClock;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.observation.Observation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The shapes that several parts of a journey share.
final class JourneyShapes {
    static final Shape<String> NAME = Shapes.sentence(200);
    static final Shape<String> TEXT = Shapes.sentence(2000);
    static final Shape<String> REASON = Shapes.sentence(2000);

    /// An identifier, without white space around it.
    static final Shape<String> IDENTIFIER = Shapes.map(Shapes.sentence(128), String::strip);

    static final Shape<List<String>> IDENTIFIERS =
            atMost(50, IDENTIFIER).where(ids -> ids.stream().distinct().count() == ids.size(), "names one twice");

    /// A time that is not in the future, but for the tolerance of clocks.
    static final Shape<Instant> PAST = Shapes.time()
            .where(
                    at -> !at.isAfter(MicrosecondClock.now().plus(Observation.CLOCK_TOLERANCE)),
                    "must not be in the future");

    static final Shape<BigDecimal> AMOUNT =
            Shapes.number().where(amount -> amount.signum() >= 0, "must not be negative");

    static final Shape<LocalDate> DAY = (value, location) -> {
        try {
            return Optional.of(LocalDate.parse(value.asText()));
        } catch (DateTimeException _) {
            return location.refuse("must be a date such as 2026-02-03");
        }
    };

    private JourneyShapes() {}

    /// A time that is not before another one.
    static Shape<Instant> notBefore(Optional<Instant> first, String name) {
        return Shapes.time().where(at -> first.filter(at::isBefore).isEmpty(), "must not be before " + name);
    }

    static <T> Shape<List<T>> atMost(int most, Shape<T> item) {
        return Shapes.list(item).where(all -> all.size() <= most, "has more than " + most + " items");
    }
}
