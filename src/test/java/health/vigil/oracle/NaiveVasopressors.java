package health.vigil.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Which vasopressors run, and since when.
final class NaiveVasopressors {

    private static final Duration OVERLAP = Duration.ofMinutes(30);
    private static final Duration CONFIRMATION = Duration.ofHours(12);
    private static final String OTHER = "other";
    private static final Set<String> COUNTED_TOWARDS_MULTIPLE = Set.of(
            "norepinephrine", "epinephrine", "phenylephrine", "dopamine", "angiotensin-ii", "metaraminol", "ephedrine");
    private static final Set<String> VASOPRESSINS = Set.of("vasopressin", "terlipressin");
    private static final Set<String> INOTROPES = Set.of("dobutamine", "milrinone", "levosimendan");
    private static final Set<String> NOT_COUNTED = Set.of("midodrine", "methylene-blue", "hydroxocobalamin");

    /// At one instant `stopped` and `paused` act first. Of the other two the page says nothing: a start and a
    /// rate that are charted at one instant are one pump, so `started` acts before `changed`.
    private static final List<String> ORDER = List.of("stopped", "paused", "started", "changed");

    private final List<OracleObservation> records;

    NaiveVasopressors(Chart chart) {
        this.records = chart.ofKind("vasopressor").stream()
                .sorted(Comparator.comparing(OracleObservation::at)
                        .thenComparingInt(entry -> ORDER.indexOf(action(entry))))
                .toList();
    }

    /// 4 for multiple, else 3 if any vasopressor runs, else 0.
    int grade(Instant now) {
        List<Instant> starts = startsOfCounted(now);
        if (starts.size() >= 2 && !now.isBefore(starts.get(1).plus(OVERLAP))) {
            return 4;
        }
        return !starts.isEmpty() || anyRuns(VASOPRESSINS, now) || runs(OTHER, now) ? 3 : 0;
    }

    boolean vasopressinOnly(Instant now) {
        return anyRuns(VASOPRESSINS, now) && startsOfCounted(now).isEmpty() && !runs(OTHER, now);
    }

    boolean agentNotKnown(Instant now) {
        return runs(OTHER, now);
    }

    boolean inotropeNotCounted(Instant now) {
        return anyRuns(INOTROPES, now);
    }

    boolean agentNotCounted(Instant now) {
        return anyRuns(NOT_COUNTED, now);
    }

    /// One infusion runs of which no record is younger than the support confirmation time: a record of exactly
    /// that age is not. Each infusion of a vasopressor is asked about by itself, so that an infusion that nobody
    /// charts any more is noticed although another one of the same drug is charted.
    boolean toBeConfirmed(Instant now) {
        return records.stream()
                .filter(entry -> vasopressor(entry.text("agent")))
                .filter(entry -> infusionRuns(entry, now))
                .anyMatch(entry -> !newestRecord(entry, now).plus(CONFIRMATION).isAfter(now));
    }

    private static boolean vasopressor(String agent) {
        return COUNTED_TOWARDS_MULTIPLE.contains(agent) || VASOPRESSINS.contains(agent) || agent.equals(OTHER);
    }

    /// Since when each agent runs that counts towards "multiple", the earliest first.
    private List<Instant> startsOfCounted(Instant now) {
        return COUNTED_TOWARDS_MULTIPLE.stream()
                .map(agent -> runningSince(agent, now))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private boolean anyRuns(Set<String> agents, Instant now) {
        return agents.stream().anyMatch(agent -> runs(agent, now));
    }

    private boolean runs(String agent, Instant now) {
        return records.stream()
                .filter(entry -> entry.text("agent").equals(agent))
                .anyMatch(entry -> infusionRuns(entry, now));
    }

    /// The start of the unbroken time in which the agent has been running, or null if it does not run.
    ///
    /// The time is unbroken if there is no instant in it at which none of the agent's infusions runs. A syringe
    /// that is stopped and started at one instant, or a line that takes over from another at one, therefore
    /// breaks nothing: the patient was never without the drug.
    private Instant runningSince(String agent, Instant now) {
        Instant since = null;
        for (OracleObservation entry : records) {
            if (entry.text("agent").equals(agent) && !entry.at().isAfter(now)) {
                boolean runs = runs(agent, entry.at());
                since = !runs ? null : since == null ? entry.at() : since;
            }
        }
        return since;
    }

    /// The infusion of this record runs at `now`, if any of its records is there by then.
    private boolean infusionRuns(OracleObservation ofInfusion, Instant now) {
        int count = 0;
        for (OracleObservation entry : records) {
            if (sameInfusion(entry, ofInfusion) && !entry.at().isAfter(now)) {
                count = countAfter(entry, count);
            }
        }
        return count > 0;
    }

    private static int countAfter(OracleObservation entry, int count) {
        return switch (action(entry)) {
            case "started" -> count + 1;
            case "changed" -> Math.max(count, 1);
            case "stopped", "paused" -> Math.max(count - 1, 0);
            default -> throw new IllegalArgumentException("no such action: " + entry.text("action"));
        };
    }

    /// A `started` or `changed` with a rate of 0 is a `paused`.
    private static String action(OracleObservation entry) {
        return rateIsZero(entry) && !entry.hasWord("action", "stopped") ? "paused" : entry.text("action");
    }

    private static boolean rateIsZero(OracleObservation entry) {
        JsonNode rate = entry.body().path("rate");
        JsonNode number = rate.isObject() ? rate.path("value") : rate;
        return number.isNumber() && number.decimalValue().signum() == 0;
    }

    private Instant newestRecord(OracleObservation ofInfusion, Instant now) {
        return records.stream()
                .filter(entry -> sameInfusion(entry, ofInfusion) && !entry.at().isAfter(now))
                .map(OracleObservation::at)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static boolean sameInfusion(OracleObservation one, OracleObservation another) {
        return infusion(one).equals(infusion(another));
    }

    /// An agent and the `infusionId` of the record, else its `deviceId`, else none.
    ///
    /// The agent is the word: two drugs that are both charted as `other` are told apart by their ids only, not by
    /// their `agentName`, which is free text. An `infusionId` never is the same as a `deviceId` that reads like
    /// it.
    private static List<String> infusion(OracleObservation entry) {
        List<String> infusion = new ArrayList<>(List.of(entry.text("agent")));
        if (entry.has("infusionId")) {
            infusion.addAll(List.of("infusionId", entry.text("infusionId")));
        } else if (entry.has("deviceId")) {
            infusion.addAll(List.of("deviceId", entry.text("deviceId")));
        }
        return infusion;
    }
}
