package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.observation.Drug;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The dose limits of tocilizumab. Sources: ASCO 2021, and the product labels.
///
/// @param interval the shortest time between two doses
/// @param perDay the most doses in any 24 h
/// @param inAll the most doses in an episode
/// @param milligrams the largest single dose
/// @param perWeight the largest single dose by weight
public record DoseLimits(Duration interval, int perDay, int inAll, BigDecimal milligrams, PerWeight perWeight) {
    /// The drug whose doses are limited.
    public static final Drug DRUG = Drug.TOCILIZUMAB;

    private static final Duration DAY = Duration.ofHours(24);

    /// Two records of the same dose differ by at most this much.
    private static final Duration SAME = Duration.ofMinutes(15);

    /// The note if the weight of the patient is not known.
    public static final String WEIGHT_NOT_KNOWN = "weight not known: dose per kg not checked";

    public static final DoseLimits DEFAULT =
            new DoseLimits(Duration.ofHours(8), 3, 4, BigDecimal.valueOf(800), PerWeight.DEFAULT);

    public DoseLimits {
        if (!interval.isPositive() || perDay < 1 || inAll < perDay || milligrams.signum() <= 0) {
            throw new IllegalArgumentException("Invalid dose limits: " + interval + ", " + perDay + " in 24 h, " + inAll
                    + " in all, " + milligrams + " mg");
        }
    }

    /// Whether the doses of a drug are limited. Two records of it are never taken for one dose unasked.
    public static boolean applyTo(Drug drug) {
        return drug == DRUG;
    }

    /// The largest single dose in mg for a weight in kg.
    public BigDecimal limit(BigDecimal weight) {
        return perWeight.milligrams(weight).min(milligrams);
    }

    /// One occurrence for each limit that each dose exceeds. The result depends only on the set of doses.
    ///
    /// @param given all doses of an episode
    /// @param weight kg
    public List<Occurrence> exceeded(List<GivenDose> given, Optional<BigDecimal> weight) {
        var doses = given.stream()
                .sorted(Comparator.comparing(GivenDose::at)
                        .thenComparing(dose -> dose.id().value()))
                .toList();
        var exceeded = new ArrayList<Occurrence>();
        for (int index = 0; index < doses.size(); index++) {
            var upTo = doses.subList(0, index + 1);
            Stream.of(
                            tooSoon(upTo),
                            tooManyInADay(upTo),
                            tooManyInAll(upTo),
                            tooMuch(upTo.getLast()),
                            tooMuchByWeight(upTo.getLast(), weight))
                    .flatMap(Optional::stream)
                    .map(found -> weight.isPresent() ? found : withoutWeight(found))
                    .forEach(exceeded::add);
        }
        return exceeded;
    }

    /// What was given and what the limits still allow. The result depends only on the set of doses.
    ///
    /// @param given all doses of an episode up to the time of the query
    /// @param weight kg
    public DoseSummary summary(List<GivenDose> given, Optional<BigDecimal> weight) {
        var doses = given.stream().sorted(Comparator.comparing(GivenDose::at)).toList();
        var last = doses.isEmpty()
                ? Optional.<Instant>empty()
                : Optional.of(doses.getLast().at());
        var notes = new ArrayList<String>();
        weight.ifPresentOrElse(
                kilograms -> doses.stream()
                        .flatMap(dose -> tooLittle(dose, kilograms).stream())
                        .forEach(notes::add),
                () -> notes.add(WEIGHT_NOT_KNOWN));
        return new DoseSummary(doses.size(), inAll, last, earliestNext(doses), weight.map(this::limit), notes);
    }

    private Optional<Instant> earliestNext(List<GivenDose> doses) {
        if (doses.isEmpty() || doses.size() >= inAll) {
            return Optional.empty();
        }
        var afterTheLast = doses.getLast().at().plus(interval);
        return Optional.of(doses.size() < perDay ? afterTheLast : later(afterTheLast, dayAfter(doses)));
    }

    /// When another dose no longer exceeds the limit for 24 h.
    private Instant dayAfter(List<GivenDose> doses) {
        return doses.get(doses.size() - perDay).at().plus(DAY);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// A note if a dose is at most half of the dose for the weight, with the same allowance for rounding.
    private Optional<String> tooLittle(GivenDose dose, BigDecimal kilograms) {
        var limit = limit(kilograms);
        return dose.milligrams()
                .filter(amount -> amount.multiply(BigDecimal.TWO).compareTo(perWeight.withTolerance(limit)) <= 0)
                .map(amount -> "Half dose charted: %s mg at %s, where %s kg allow %s mg"
                        .formatted(amount.toPlainString(), dose.at(), kilograms.toPlainString(), plain(limit)));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Occurrence withoutWeight(Occurrence found) {
        var wording = found.wording();
        return found.with(new Wording(wording.title(), wording.detail() + "; " + WEIGHT_NOT_KNOWN));
    }

    private Optional<Occurrence> tooSoon(List<GivenDose> doses) {
        if (doses.size() < 2) {
            return Optional.empty();
        }
        var dose = doses.getLast();
        var before = doses.get(doses.size() - 2);
        var waited = Duration.between(before.at(), dose.at());
        if (waited.compareTo(interval) >= 0) {
            return Optional.empty();
        }
        return mayBeTheSame(before, dose)
                ? exceeded(dose, "same", new Wording("Same dose charted twice?", question(before, dose)))
                : exceeded(
                        dose, "interval", hours(waited) + " after the dose before: wait at least " + hours(interval));
    }

    /// Whether another sender charted the same amount at about the same time.
    private static boolean mayBeTheSame(GivenDose one, GivenDose other) {
        return Duration.between(one.at(), other.at()).compareTo(SAME) <= 0
                && !one.sender().equals(other.sender())
                && one.milligrams()
                        .filter(amount -> other.milligrams()
                                .filter(same -> amount.compareTo(same) == 0)
                                .isPresent())
                        .isPresent();
    }

    private String question(GivenDose before, GivenDose dose) {
        return "Tocilizumab " + dose.milligrams().orElseThrow().toPlainString() + " mg at " + before.at() + " and at "
                + dose.at() + ", by different senders. If it is one dose, withdraw one of the two records. If both were"
                + " given, they were less than " + hours(interval) + " apart: call the physician";
    }

    private Optional<Occurrence> tooManyInADay(List<GivenDose> doses) {
        var dose = doses.getLast();
        var since = dose.at().minus(DAY);
        var count = doses.stream().filter(each -> each.at().isAfter(since)).count();
        return count <= perDay
                ? Optional.empty()
                : exceeded(dose, "day", "Dose " + count + " within 24 h: at most " + perDay);
    }

    private Optional<Occurrence> tooManyInAll(List<GivenDose> doses) {
        return doses.size() <= inAll
                ? Optional.empty()
                : exceeded(doses.getLast(), "all", "Dose " + doses.size() + " in all: at most " + inAll);
    }

    private Optional<Occurrence> tooMuch(GivenDose dose) {
        return dose.milligrams()
                .filter(amount -> amount.compareTo(milligrams) > 0)
                .flatMap(amount -> exceeded(
                        dose,
                        "amount",
                        amount.toPlainString() + " mg in one dose: at most " + milligrams.toPlainString() + " mg"));
    }

    private Optional<Occurrence> tooMuchByWeight(GivenDose dose, Optional<BigDecimal> weight) {
        return dose.milligrams()
                .flatMap(amount -> weight.filter(
                                kilograms -> amount.compareTo(perWeight.withTolerance(limit(kilograms))) > 0)
                        .flatMap(kilograms -> exceeded(dose, "weight", byWeight(amount, kilograms))));
    }

    private String byWeight(BigDecimal amount, BigDecimal kilograms) {
        return amount.toPlainString() + " mg for " + kilograms.toPlainString() + " kg: at most "
                + plain(limit(kilograms)) + " mg ("
                + perWeight.perKilogram(kilograms).toPlainString() + " mg/kg)";
    }

    private static Optional<Occurrence> exceeded(GivenDose dose, String limit, String detail) {
        return exceeded(dose, limit, new Wording("Tocilizumab dose limit", detail));
    }

    private static Optional<Occurrence> exceeded(GivenDose dose, String limit, Wording wording) {
        return Optional.of(new Occurrence(
                AlertRule.DOSE_LIMIT,
                new Condition.DoseLimitExceeded(limit, dose.id()),
                wording,
                dose.at(),
                Optional.of(dose.id()),
                Optional.empty()));
    }

    private static String hours(Duration duration) {
        return "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart());
    }
}
