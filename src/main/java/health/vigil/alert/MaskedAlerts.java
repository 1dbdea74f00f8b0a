package health.vigil.alert;

import health.vigil.alert.BedsideFacts.GivenDrug;
import health.vigil.alert.Occurrence.Wording;
import health.vigil.grading.Evidence;
import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Syndrome;
import health.vigil.observation.Drug;
import health.vigil.observation.ObservationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Alerts about hypotension or hypoxia that does not count as CRS because there is no fever.
final class MaskedAlerts {
    private MaskedAlerts() {}

    /// The start of a condition and its cause.
    private record ConditionStart(Instant at, Optional<ObservationId> cause) {}

    /// CRS is unknown because a patient without fever gets unexplained support. It starts with the change of
    /// the grade or the flag, or when more support is charted.
    static Stream<Occurrence> undecided(News news) {
        return news.now().crs().undecided()
                ? Stream.of(unknown(news), flagged(news), supported(news))
                        .flatMap(found -> found)
                        .max(Comparator.comparing(ConditionStart::at))
                        .map(start -> occurrence(news, start))
                        .stream()
                : Stream.empty();
    }

    private static Occurrence occurrence(News news, ConditionStart start) {
        return new Occurrence(
                AlertRule.POSSIBLE_MASKED_CRS_TREATED,
                new Condition.FlagUp(Syndrome.CRS, Flag.POSSIBLE_MASKED_CRS),
                wording(news, start.at()),
                start.at(),
                start.cause(),
                Optional.of(news.now().crs()));
    }

    private static Stream<ConditionStart> unknown(News news) {
        return news.changes().stream()
                .filter(change -> change.syndrome() == Syndrome.CRS && change.to() == Grade.UNKNOWN)
                .map((GradeChange change) -> new ConditionStart(change.at(), change.cause()));
    }

    private static Stream<ConditionStart> flagged(News news) {
        return news.flags().stream()
                .filter(change -> change.up() && change.flag() == Flag.POSSIBLE_MASKED_CRS)
                .map((FlagChange change) -> new ConditionStart(change.at(), change.cause()));
    }

    private static Stream<ConditionStart> supported(News news) {
        var named = news.now().crs().leftOut().stream()
                .map(Evidence::observationId)
                .flatMap(Optional::stream)
                .toList();
        return news.observations().stream()
                .filter(observation -> named.contains(observation.id()))
                .map(observation -> new ConditionStart(observation.effectiveAt(), Optional.of(observation.id())));
    }

    static Wording wording(News news, Instant at) {
        return new Wording(
                "Possible masked CRS",
                "Hypotension or hypoxia, and no fever counts."
                        + maskingText(news.facts().masking(at)) + " Not gradable as CRS: call the physician");
    }

    private static String maskingText(List<GivenDrug> given) {
        if (given.isEmpty()) {
            return "";
        }
        var doses = given.stream()
                .map(dose -> name(dose.drug()) + " at " + dose.at())
                .toList();
        var named = doses.size() == 1
                ? doses.getFirst()
                : doses.stream().limit(doses.size() - 1L).collect(Collectors.joining(", ")) + " and " + doses.getLast();
        return " " + named.substring(0, 1).toUpperCase(Locale.ROOT) + named.substring(1) + " can hide one.";
    }

    /// The drug's name on the ward: the INN if the API uses another word.
    private static String name(Drug drug) {
        return drug == Drug.ACETAMINOPHEN ? "paracetamol" : drug.word();
    }
}
