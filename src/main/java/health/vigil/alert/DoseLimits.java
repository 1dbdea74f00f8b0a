package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How much tocilizumab is too much. Sources: ASCO 2021, and the labels of the products.
///
/// @param interval at least, between two doses
/// @param perDay at most, in any 24 h
/// @param inAll at most, in one episode
/// @param milligrams at most, in one dose
public record DoseLimits(Duration interval, int perDay, int inAll, BigDecimal milligrams) {
    private static final Duration DAY = Duration.ofHours(24);

    public static final DoseLimits DEFAULT = new DoseLimits(Duration.ofHours(8), 3, 4, BigDecimal.valueOf(800));

    public DoseLimits {
        if (!interval.isPositive() || perDay < 1 || inAll < perDay || milligrams.signum() <= 0) {
            throw new IllegalArgumentException("Impossible dose limits: " + interval + ", " + perDay + " in 24 h, "
                    + inAll + " in all, " + milligrams + " mg");
        }
    }

    /// One occurrence for each limit that each dose exceeds; the result depends on the set of doses.
    ///
    /// @param given every dose of an episode
    public List<Occurrence> exceeded(List<Dose> given) {
        var doses = given.stream()
                .sorted(Comparator.comparing(Dose::at)
                        .thenComparing(dose -> dose.id().value()))
                .toList();
        var exceeded = new ArrayList<Occurrence>();
        for (int index = 0; index < doses.size(); index++) {
            var upTo = doses.subList(0, index + 1);
            tooSoon(upTo).ifPresent(exceeded::add);
            tooManyInADay(upTo).ifPresent(exceeded::add);
            tooManyInAll(upTo).ifPresent(exceeded::add);
            tooMuch(doses.get(index)).ifPresent(exceeded::add);
        }
        return exceeded;
    }

    private Optional<Occurrence> tooSoon(List<Dose> doses) {
        if (doses.size() < 2) {
            return Optional.empty();
        }
        var dose = doses.getLast();
        var waited = Duration.between(doses.get(doses.size() - 2).at(), dose.at());
        return waited.compareTo(interval) >= 0
                ? Optional.empty()
                : exceeded(
                        dose,
                        "interval",
                        hours(waited) + " after the dose before: at least " + hours(interval) + " are to pass");
    }

    private Optional<Occurrence> tooManyInADay(List<Dose> doses) {
        var dose = doses.getLast();
        var since = dose.at().minus(DAY);
        var count = doses.stream().filter(each -> each.at().isAfter(since)).count();
        return count <= perDay
                ? Optional.empty()
                : exceeded(dose, "day", "Dose " + count + " within 24 h: at most " + perDay);
    }

    private Optional<Occurrence> tooManyInAll(List<Dose> doses) {
        return doses.size() <= inAll
                ? Optional.empty()
                : exceeded(doses.getLast(), "all", "Dose " + doses.size() + " in all: at most " + inAll);
    }

    private Optional<Occurrence> tooMuch(Dose dose) {
        return dose.milligrams()
                .filter(amount -> amount.compareTo(milligrams) > 0)
                .flatMap(amount -> exceeded(
                        dose,
                        "amount",
                        amount.toPlainString() + " mg in one dose: at most " + milligrams.toPlainString() + " mg"));
    }

    private static Optional<Occurrence> exceeded(Dose dose, String limit, String detail) {
        Instant at = dose.at();
        return Optional.of(new Occurrence(
                AlertRule.DOSE_LIMIT,
                new Condition.DoseLimitExceeded(limit, dose.id()),
                new Wording("Tocilizumab dose limit", detail),
                at,
                Optional.of(dose.id()),
                Optional.empty()));
    }

    private static String hours(Duration duration) {
        return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
