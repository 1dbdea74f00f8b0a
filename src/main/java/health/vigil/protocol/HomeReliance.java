package health.vigil.protocol;

import health.vigil.context.AskableItem;
import health.vigil.grading.Evidence;
import health.vigil.grading.Flag;
import health.vigil.grading.JudgedValue;
import health.vigil.grading.Syndrome;
import health.vigil.grading.SyndromeReport;
import health.vigil.observation.Component;
import health.vigil.observation.VitalSign;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the readings at home by which a row fits now.
///
/// @param crs the report at the time of the situation
/// @param fever the temperature from which on there is a fever
record HomeReliance(SyndromeReport crs, BigDecimal fever) {
    /// The flags that low readings raise.
    private static final Set<Flag> OF_READINGS = EnumSet.of(
            Flag.POSSIBLE_MASKED_CRS,
            Flag.SINGLE_READING,
            Flag.HYPOXIA_DESPITE_OXYGEN,
            Flag.HYPOXIA_NOT_CORRECTED,
            Flag.HYPOXIA_DEVICE_NOT_CHARTED,
            Flag.HYPOXIA_ON_ROOM_AIR,
            Flag.ATTRIBUTION_ENDED);

    List<HomeFact> of(ProtocolRow row) {
        return row.when().stream()
                .flatMap(this::evidence)
                .distinct()
                .map(HomeFact::of)
                .toList();
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
                        ? Stream.concat(counting(), atHome(crs.leftOut()))
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
        return Stream.of(crs.basis(), crs.leftOut())
                .flatMap(List::stream)
                .filter(evidence -> evidence.atHome() && evidence.component() == Component.FEVER)
                .filter(evidence -> evidence.judgedValue()
                        .map(JudgedValue::value)
                        .filter(celsius -> celsius.compareTo(fever) >= 0 && VitalSign.TEMPERATURE.plausible(celsius))
                        .isPresent());
    }

    private Stream<Evidence> counting() {
        return atHome(crs.basis());
    }

    private static Stream<Evidence> atHome(List<Evidence> evidence) {
        return evidence.stream().filter(each -> each.atHome() && each.grade() > 0);
    }
}
