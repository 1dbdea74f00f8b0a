package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import health.vigil.observation.Observation;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Alerts about implausible values.
public final class ObservationAlerts {
    private ObservationAlerts() {}

    static Stream<Occurrence> implausible(News news) {
        return news.observations().stream()
                .flatMap(observation -> Stream.of(ahead(observation), signs(observation), oxygen(observation))
                        .flatMap(found -> found));
    }

    private static Stream<Occurrence> ahead(Observation observation) {
        var acts = observation.content().kind().actsOnWhatItNames();
        return observation.datedInTheFuture()
                ? Stream.of(occurrence(
                        AlertRule.DATED_IN_THE_FUTURE,
                        observation,
                        new Condition.Happened(AlertType.IMPLAUSIBLE_VALUE, "clock"),
                        new Wording(
                                "Dated in the future",
                                "An observation was dated more than 2 minutes after its receipt and "
                                        + (acts ? "still takes effect on what it names" : "is not graded"))))
                : Stream.empty();
    }

    private static Stream<Occurrence> signs(Observation observation) {
        return observation.content() instanceof VitalSigns vitals
                ? vitals.values().entrySet().stream()
                        .filter(value -> !value.getKey().plausible(value.getValue()))
                        .map(value -> sign(observation, vitals.atHome(), value.getKey(), value.getValue()))
                : Stream.empty();
    }

    private static Occurrence sign(Observation observation, boolean atHome, VitalSign sign, BigDecimal value) {
        return occurrence(
                AlertRule.IMPLAUSIBLE_VALUE,
                observation,
                new Condition.Implausible(sign, atHome),
                new Wording(
                        "Implausible " + sign.label(),
                        first(sign.label()) + " " + value.toPlainString() + " " + sign.unit()
                                + (atHome ? " (home)" : "") + " is outside what Vigil can judge (" + sign.range()
                                + "): repeat it, look at the patient"));
    }

    private static Stream<Occurrence> oxygen(Observation observation) {
        return observation.content() instanceof OxygenTherapy therapy && !plausible(therapy)
                ? Stream.of(occurrence(
                        AlertRule.IMPLAUSIBLE_VALUE,
                        observation,
                        new Condition.Happened(AlertType.IMPLAUSIBLE_VALUE, "oxygen"),
                        new Wording(
                                "Implausible oxygen",
                                "A flow or a fraction of oxygen is outside what Vigil can judge: look at the device and"
                                        + " chart it again")))
                : Stream.empty();
    }

    private static String first(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private static boolean plausible(OxygenTherapy therapy) {
        return therapy.flow().filter(flow -> !OxygenTherapy.plausibleFlow(flow)).isEmpty()
                && therapy.fio2()
                        .filter(fio2 -> !OxygenTherapy.plausibleFio2(fio2))
                        .isEmpty();
    }

    private static Occurrence occurrence(
            AlertRule rule, Observation observation, Condition condition, Wording wording) {
        return new Occurrence(
                rule, condition, wording, observation.effectiveAt(), Optional.of(observation.id()), Optional.empty());
    }

    /// The keys of the conditions that these observations end: vital signs whose newest value is plausible. A
    /// value at home ends only what was taken at home.
    public static Set<String> ended(Collection<Observation> observations) {
        var ended = new HashSet<String>();
        observations.stream()
                .filter(observation -> !observation.datedInTheFuture())
                .sorted(Comparator.comparing(Observation::effectiveAt))
                .forEach(observation -> follow(ended, observation));
        return ended;
    }

    private static void follow(Set<String> ended, Observation observation) {
        if (observation.content() instanceof VitalSigns vitals) {
            for (var sign : signs(vitals)) {
                var own = new Condition.Implausible(sign, vitals.atHome()).key();
                if (vitals.plausible().value(sign).isPresent()) {
                    ended.add(own);
                    ended.add(new Condition.Implausible(sign, true).key());
                } else {
                    ended.remove(own);
                }
            }
        }
    }

    private static List<VitalSign> signs(VitalSigns vitals) {
        return Arrays.stream(VitalSign.values())
                .filter(sign -> vitals.value(sign).isPresent())
                .toList();
    }
}
