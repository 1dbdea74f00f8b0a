package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.context.Situation;
import health.vigil.grading.Evidence;
import health.vigil.grading.Flag;
import health.vigil.grading.JudgedValue;
import health.vigil.grading.Policy;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.observation.Component;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.Observation;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what was read or answered at home and makes a row fit now.
///
/// @param policy the numbers by which the grades were given
record HomeEvidence(Situation situation, Policy policy) {
    /// The flags that low readings raise.
    private static final Set<Flag> OF_READINGS = EnumSet.of(
            Flag.POSSIBLE_MASKED_CRS,
            Flag.SINGLE_READING,
            Flag.HYPOXIA_DESPITE_OXYGEN,
            Flag.HYPOXIA_NOT_CORRECTED,
            Flag.HYPOXIA_DEVICE_NOT_CHARTED,
            Flag.HYPOXIA_ON_ROOM_AIR,
            Flag.ATTRIBUTION_ENDED);

    /// The flags that the fever raises with which the course began.
    private static final Set<Flag> OF_ONSET = EnumSet.of(Flag.LATE_ONSET, Flag.FEVER_WITHIN_6H_OF_INFUSION);

    List<HomeFact> of(ProtocolRow row) {
        return row.when().stream().flatMap(this::facts).distinct().toList();
    }

    private Stream<HomeFact> facts(Requirement part) {
        var flags = part instanceof FlagRequirement required && required.up() ? required.any() : Set.<Flag>of();
        return Stream.of(
                        evidence(part).map(HomeFact::of),
                        flags.stream().anyMatch(OF_ONSET::contains) ? onset() : Stream.<HomeFact>empty(),
                        flags.contains(Flag.EARLY_SIGN) ? answers() : Stream.<HomeFact>empty())
                .flatMap(found -> found);
    }

    private SyndromeReport crs() {
        return situation.grades().crs();
    }

    private Stream<Evidence> evidence(Requirement part) {
        return switch (part) {
            case GradeRange grade -> grade.syndrome() == Syndrome.CRS ? counting() : Stream.empty();
            case GradeDuration grade -> grade.syndrome() == Syndrome.CRS ? counting() : Stream.empty();
            case ComponentRequirement components ->
                components.counting()
                        ? counting()
                                .filter(evidence -> components.any().stream()
                                        .anyMatch(component -> component.equals(evidence.component())))
                        : Stream.empty();
            case FlagRequirement flags ->
                flags.up() && flags.any().stream().anyMatch(OF_READINGS::contains)
                        ? Stream.concat(counting(), atHome(crs().leftOut()))
                        : Stream.empty();
            case FeverDuration _ -> fevers();
            case ItemRequirement items ->
                items.any().stream().anyMatch(sign -> sign.item() == AskableItem.FEBRILE_NEUTROPENIA)
                        ? fevers()
                        : Stream.empty();
            case UnknownGrade _, FindingRequirement _, ProductRequirement _, AgeRange _, WeightRange _ ->
                Stream.empty();
            case DayWindow _, DoseRequirement _ -> Stream.empty();
        };
    }

    /// An attributed fever counts for a fever that lasts, so it is here although it is left out of the grade.
    private Stream<Evidence> fevers() {
        return Stream.of(crs().basis(), crs().leftOut())
                .flatMap(List::stream)
                .filter(evidence -> evidence.atHome() && evidence.component() == Component.FEVER)
                .filter(evidence -> evidence.judgedValue()
                        .map(JudgedValue::value)
                        .filter(this::fever)
                        .isPresent());
    }

    private boolean fever(BigDecimal celsius) {
        return celsius.compareTo(policy.feverThreshold()) >= 0 && VitalSign.TEMPERATURE.plausible(celsius);
    }

    private Stream<Evidence> counting() {
        return atHome(crs().basis());
    }

    private static Stream<Evidence> atHome(List<Evidence> evidence) {
        return evidence.stream().filter(each -> each.atHome() && each.grade() > 0);
    }

    /// The fever with which the course began, if it was read at home. A later one may count by now.
    private Stream<HomeFact> onset() {
        return crs().onset().stream()
                .flatMap(begin -> situation.observations().stream()
                        .filter(observation -> observation.effectiveAt().equals(begin)))
                .flatMap(observation -> observation.content() instanceof VitalSigns signs && signs.atHome()
                        ? signs.plausible().value(VitalSign.TEMPERATURE).stream()
                                .filter(this::fever)
                                .map(celsius -> HomeFact.ofTemperature(celsius, observation.effectiveAt()))
                        : Stream.empty());
    }

    /// The answers of a caregiver with a sign that still counts.
    private Stream<HomeFact> answers() {
        return situation.observations().stream()
                .filter(this::counts)
                .flatMap(observation -> observation.content() instanceof HomeCheck check
                                && !check.signs().isEmpty()
                        ? Stream.of(HomeFact.of(check, observation.effectiveAt()))
                        : Stream.empty());
    }

    private boolean counts(Observation observation) {
        var at = observation.effectiveAt();
        return !at.isBefore(situation.infusedAt()) && !situation.at().isAfter(at.plus(policy.neuroCheckWindow()));
    }
}
