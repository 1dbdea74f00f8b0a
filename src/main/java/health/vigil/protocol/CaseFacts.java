package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.context.ContextItem;
import health.vigil.context.Situation;
import health.vigil.grading.Evidence;
import health.vigil.grading.Flag;
import health.vigil.grading.FlagChange;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.observation.Component;
import health.vigil.observation.Content;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The facts of a patient that rows ask for, at any time from the infusion to that of the situation. Items beside
/// the grades are computed once for each time.
public final class CaseFacts {
    /// Rows that ask for items look back to the begin of this many days.
    private static final int WEEK = 7;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FEVER_STEP = Duration.ofMinutes(30);
    /// The lowest temperature that an item counts as a fever.
    private static final BigDecimal FEVER = new BigDecimal("38.0");

    private final Situation situation;
    private final int ageYears;
    private final List<FlagChange> flags;
    private final Map<Syndrome, List<GradeChange>> changes;
    private final Policy policy;
    private final List<FeverReading> itemFevers;
    private final List<FeverSpell> fevers;
    private final Set<Component> components;
    private final Map<AskableItem, Map<Instant, ContextItem>> items = new EnumMap<>(AskableItem.class);

    /// @param situation with the vital signs of the whole time, which {@link TemperatureTrace} may have thinned
    /// @param ageYears completed years at the infusion
    /// @param flags the changes of flags since the infusion, in order of time
    /// @param policy the numbers by which the grades were given
    public CaseFacts(Situation situation, int ageYears, List<FlagChange> flags, Policy policy) {
        this.situation = situation;
        this.ageYears = ageYears;
        this.flags = flags.stream()
                .filter(change -> !change.at().isAfter(situation.at()))
                .toList();
        changes = situation.changes().stream()
                .filter(change -> !change.at().isAfter(situation.at()))
                .collect(Collectors.groupingBy(GradeChange::syndrome));
        this.policy = policy;
        itemFevers = readings(FEVER);
        fevers = FeverSpell.of(
                readings(policy.feverThreshold()).stream().map(FeverReading::at).toList(), policy);
        components = Stream.of(situation.grades().crs(), situation.grades().icans())
                .map(SyndromeReport::basis)
                .flatMap(List::stream)
                .filter(evidence -> evidence.grade() > 0)
                .map(Evidence::component)
                .filter(Component.class::isInstance)
                .map(Component.class::cast)
                .collect(Collectors.toSet());
    }

    /// The plausible temperatures since the infusion that reach a limit, in order.
    private List<FeverReading> readings(BigDecimal limit) {
        return situation.observations().stream()
                .filter(observation -> !observation.effectiveAt().isBefore(situation.infusedAt()))
                .flatMap(observation -> celsius(observation)
                        .filter(celsius -> celsius.compareTo(limit) >= 0)
                        .map(celsius -> new FeverReading(observation.effectiveAt(), celsius))
                        .stream())
                .toList();
    }

    private static Optional<BigDecimal> celsius(Observation observation) {
        return observation.content() instanceof VitalSigns signs
                ? signs.plausible().value(VitalSign.TEMPERATURE)
                : Optional.empty();
    }

    Instant at() {
        return situation.at();
    }

    Instant infusedAt() {
        return situation.infusedAt();
    }

    int ageYears() {
        return ageYears;
    }

    Optional<String> product() {
        return situation.product();
    }

    /// The begin of the open course of CRS.
    Optional<Instant> onset() {
        return situation.grades().crs().onset();
    }

    /// What was read or answered at home and makes a row fit at the time of the situation.
    List<HomeFact> readAtHome(ProtocolRow row) {
        return new HomeEvidence(situation, policy).of(row);
    }

    /// The components that count at the time of the situation.
    Set<Component> components() {
        return components;
    }

    List<GradeChange> changes(Syndrome syndrome) {
        return changes.getOrDefault(syndrome, List.of());
    }

    Optional<GradeChange> newest(Syndrome syndrome, Instant time) {
        return changes(syndrome).stream()
                .filter(change -> !change.at().isAfter(time))
                .reduce((_, later) -> later);
    }

    Grade grade(Syndrome syndrome, Instant time) {
        return newest(syndrome, time).map(GradeChange::to).orElse(Grade.UNKNOWN);
    }

    List<FlagChange> flagChanges() {
        return flags;
    }

    /// The flags that are up, of either syndrome.
    Set<Flag> flags(Instant time) {
        var up = EnumSet.noneOf(Flag.class);
        for (var syndrome : Syndrome.values()) {
            var own = EnumSet.noneOf(Flag.class);
            flags.stream()
                    .filter(change ->
                            change.syndrome() == syndrome && !change.at().isAfter(time))
                    .forEach(change -> {
                        if (change.up()) {
                            own.add(change.flag());
                        } else {
                            own.remove(change.flag());
                        }
                    });
            up.addAll(own);
        }
        return up;
    }

    private Stream<Observation> of(Class<? extends Content> kind) {
        return situation.observations().stream().filter(observation -> kind.isInstance(observation.content()));
    }

    /// The times of all doses of a drug, in order.
    List<Instant> doses(Drug drug) {
        return of(Medication.class)
                .filter(observation -> ((Medication) observation.content()).drug() == drug)
                .map(Observation::effectiveAt)
                .toList();
    }

    Stream<Observation> weights() {
        return of(Weight.class);
    }

    /// The newest weight; if none was measured, that of the admission.
    Optional<WeightFact> weight(Instant time) {
        return weights()
                .filter(observation -> !observation.effectiveAt().isAfter(time))
                .reduce((_, later) -> later)
                .map(observation -> new WeightFact(
                        ((Weight) observation.content()).kilograms(), Optional.of(observation.effectiveAt())))
                .or(() -> situation.weight().map(kilograms -> new WeightFact(kilograms, Optional.empty())));
    }

    Stream<Observation> records(Finding finding) {
        return of(NeuroFinding.class)
                .filter(observation -> ((NeuroFinding) observation.content()).finding() == finding);
    }

    /// Whether a finding is present by its newest record. Of two records with the same time, "present" wins.
    boolean present(Finding finding, Instant time) {
        var newest = records(finding)
                .map(Observation::effectiveAt)
                .filter(at -> !at.isAfter(time))
                .reduce((_, later) -> later);
        return newest.isPresent()
                && records(finding)
                        .anyMatch(observation -> observation.effectiveAt().equals(newest.get())
                                && ((NeuroFinding) observation.content()).present());
    }

    List<FeverSpell> fevers() {
        return fevers;
    }

    /// Calendar days since the infusion, in the hospital's time zone.
    int day(Instant time) {
        return (int) ChronoUnit.DAYS.between(date(infusedAt()), date(time));
    }

    LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, situation.hospital());
    }

    Instant beginOfDay(int day) {
        return date(infusedAt())
                .plusDays(day)
                .atStartOfDay(situation.hospital())
                .toInstant();
    }

    /// The begin of the current one of the weeks since the infusion.
    Instant beginOfWeek() {
        var begin = beginOfDay(Math.floorDiv(day(at()), WEEK) * WEEK);
        return begin.isBefore(infusedAt()) ? infusedAt() : begin;
    }

    ContextItem item(AskableItem item, Instant time) {
        return items.computeIfAbsent(item, _ -> new HashMap<>()).computeIfAbsent(time, at -> item.at(at, situation));
    }

    /// The times of this week at which items are computed: full hours since the infusion, records, changes of a
    /// grade, and fevers.
    Stream<Instant> itemTimes() {
        var recorded = situation.observations().stream()
                .filter(observation -> !(observation.content() instanceof VitalSigns))
                .map(Observation::effectiveAt);
        var graded = situation.changes().stream().map(GradeChange::at);
        return Stream.of(hours(), recorded, graded, feverSteps())
                .flatMap(times -> times)
                .filter(time -> !time.isBefore(beginOfWeek()))
                .distinct();
    }

    private Stream<Instant> hours() {
        long first = Duration.between(infusedAt(), beginOfWeek()).toHours();
        return Stream.iterate(
                infusedAt().plus(HOUR.multipliedBy(first)), hour -> !hour.isAfter(at()), hour -> hour.plus(HOUR));
    }

    /// A hotter reading may make a fever of what was none, so it is a step at once.
    private Stream<Instant> feverSteps() {
        var steps = new ArrayList<FeverReading>();
        for (var reading : itemFevers) {
            if (steps.isEmpty() || reading.follows(steps.getLast())) {
                steps.add(reading);
            }
        }
        return steps.stream().map(FeverReading::at);
    }

    /// A temperature that an item may count as a fever.
    private record FeverReading(Instant at, BigDecimal celsius) {
        boolean follows(FeverReading step) {
            return !at.isBefore(step.at.plus(FEVER_STEP)) || celsius.compareTo(step.celsius) > 0;
        }
    }
}
