package health.vigil.laboratory;

import health.vigil.observation.Analyte;
import health.vigil.observation.LabResult;
import health.vigil.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The laboratory results that the scores can read, by analyte in order of time. Of two results with the same
/// time the worse one comes later.
///
/// @param leftOut the results in other units
public record Labs(Map<Analyte, List<Lab>> byAnalyte, List<LabResult> leftOut) {
    public static Labs of(List<Observation> observations) {
        var results = observations.stream()
                .filter(observation -> observation.content() instanceof LabResult result
                        && LaboratoryUnit.of(result.analyte()).read())
                .toList();
        var read = results.stream()
                .flatMap(observation -> Lab.of(observation, (LabResult) observation.content()).stream())
                .sorted(ORDER)
                .collect(Collectors.groupingBy(Lab::analyte, () -> new EnumMap<>(Analyte.class), Collectors.toList()));
        var left = results.stream()
                .map(observation -> (LabResult) observation.content())
                .filter(result -> LaboratoryUnit.of(result.analyte())
                        .factor(result.unit())
                        .isEmpty())
                .sorted(Comparator.comparing(LabResult::analyte).thenComparing(LabResult::unit))
                .toList();
        return new Labs(read, left);
    }

    private static final Comparator<Lab> ORDER = Comparator.comparing(Lab::at)
            .thenComparing(Labs::worseLater)
            .thenComparing(lab -> lab.observation().id());

    /// For counts, haemoglobin and fibrinogen low is worse; for all others high.
    private static int worseLater(Lab one, Lab other) {
        int order = one.value().compareTo(other.value());
        return lowIsWorse(one.analyte()) ? -order : order;
    }

    public static boolean lowIsWorse(Analyte analyte) {
        return switch (analyte) {
            case NEUTROPHILS, PLATELETS, WBC, LYMPHOCYTES, HAEMOGLOBIN, FIBRINOGEN, ALBUMIN -> true;
            case CRP, FERRITIN, LDH, ALT, AST, CREATININE, BILIRUBIN, DIRECT_BILIRUBIN, TRIGLYCERIDES -> false;
            case INR, APTT, D_DIMER, PROCALCITONIN, LACTATE -> false;
            case IL_6, IL_10, IL_2_RECEPTOR, IFN_GAMMA, TNF_ALPHA, MCP_1 -> false;
        };
    }

    public List<Lab> all(Analyte analyte) {
        return byAnalyte.getOrDefault(analyte, List.of());
    }

    public Stream<Lab> where(Analyte analyte, Predicate<Lab> which) {
        return all(analyte).stream().filter(which);
    }

    /// The newest result that is not older than a window.
    public Optional<Lab> newest(Analyte analyte, Instant at, Duration window) {
        return last(
                analyte, lab -> !lab.at().isAfter(at) && !at.isAfter(lab.at().plus(window)));
    }

    /// The last result in a window before an instant.
    public Optional<Lab> before(Analyte analyte, Instant end, Duration window) {
        return last(analyte, lab -> lab.at().isBefore(end) && !lab.at().isBefore(end.minus(window)));
    }

    public Optional<Lab> last(Analyte analyte, Predicate<Lab> which) {
        return where(analyte, which).reduce((_, later) -> later);
    }

    /// The analytes with left-out results, and their units.
    public Stream<String> leftOut(Analyte analyte) {
        return leftOut.stream()
                .filter(result -> result.analyte() == analyte)
                .map(result -> analyte.word() + " in " + result.unit() + " is left out: no score reads this unit")
                .distinct();
    }
}
