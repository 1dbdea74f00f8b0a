package health.vigil.laboratory;

import health.vigil.observation.Analyte;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The grade of one laboratory value by CTCAE v5.0: the highest grade whose condition is met.
///
/// The limits of reference come with the value. Without them only the absolute steps are known, so a higher grade
/// may be met.
///
/// @param baseline the patient's own value from before the therapy
public record LaboratoryToxicity(Lab newest, Optional<Lab> baseline) {
    /// Older results are not graded.
    public static final Duration RECENT = Duration.ofDays(2);

    /// How long before the therapy the baseline is looked for.
    public static final Duration BASELINE = Duration.ofDays(14);

    /// The analytes that are graded.
    public static final List<Analyte> GRADED = List.of(
            Analyte.NEUTROPHILS,
            Analyte.PLATELETS,
            Analyte.WBC,
            Analyte.LYMPHOCYTES,
            Analyte.HAEMOGLOBIN,
            Analyte.ALT,
            Analyte.AST,
            Analyte.BILIRUBIN,
            Analyte.CREATININE,
            Analyte.FIBRINOGEN);

    /// The lowest possible grade.
    public int least() {
        return met().lastIndexOf(Truth.YES) + 1;
    }

    /// Whether no higher grade may be met.
    public boolean known() {
        return met().lastIndexOf(Truth.UNKNOWN) < least();
    }

    /// What would have to be recorded to know the grade.
    public String lacking() {
        return Stream.concat(Stream.of(newest), comparedWith().stream())
                .filter(lab -> !lab.amount().exact())
                .findFirst()
                .map(bound -> bound.text() + " as a number")
                .orElseGet(this::missingLimit);
    }

    private String missingLimit() {
        return (Labs.lowIsWorse(newest.analyte()) ? "referenceLow of " : "referenceHigh of ")
                + newest.analyte().word();
    }

    /// The baseline, if the value was compared with it.
    public Optional<Lab> comparedWith() {
        return baseline.filter(_ -> newest.analyte() == Analyte.CREATININE || abnormal());
    }

    /// For each grade from 1 on, whether its condition is met.
    private List<Truth> met() {
        return switch (newest.analyte()) {
            case NEUTROPHILS -> count("1.5", "1.0", "0.5");
            case PLATELETS -> count("75", "50", "25");
            case WBC -> count("3.0", "2.0", "1.0");
            case LYMPHOCYTES -> count("0.8", "0.5", "0.2");
            case HAEMOGLOBIN -> count("10.0", "8.0");
            case ALT, AST -> abnormal() ? enzymeByBaseline() : multiples(limit(), "1", "3", "5", "20");
            case BILIRUBIN -> multiples(abnormal() ? own() : limit(), "1", "1.5", "3", "10");
            case CREATININE -> creatinine();
            case FIBRINOGEN -> fibrinogen();
            case IL_6, IL_10, IL_2_RECEPTOR, IFN_GAMMA, TNF_ALPHA, MCP_1, CRP, FERRITIN -> List.of();
            case LDH, D_DIMER, TRIGLYCERIDES, INR, APTT, DIRECT_BILIRUBIN -> List.of();
            case ALBUMIN, PROCALCITONIN, LACTATE -> List.of();
        };
    }

    private List<Truth> count(String... limits) {
        var met = new ArrayList<Truth>();
        met.add(newest.low().map(newest.amount()::below).orElse(Truth.UNKNOWN));
        Stream.of(limits).forEach(limit -> met.add(newest.amount().below(Ratio.of(limit))));
        return met;
    }

    /// The upper limit of reference.
    private Optional<Amount> limit() {
        return newest.high().map(Amount::of);
    }

    private Optional<Amount> own() {
        return baseline.map(Lab::amount);
    }

    private List<Truth> multiples(Optional<Amount> limit, String... factors) {
        return Stream.of(factors)
                .map(factor ->
                        limit.map(known -> newest.amount().above(factor, known)).orElse(Truth.UNKNOWN))
                .toList();
    }

    /// Whether the baseline was above its own reference limit or that of the newest value.
    private boolean abnormal() {
        return baseline.filter(lab -> lab.high()
                        .or(newest::high)
                        .filter(limit -> lab.amount().above(limit).holds())
                        .isPresent())
                .isPresent();
    }

    private List<Truth> enzymeByBaseline() {
        var met = new ArrayList<>(multiples(own(), "1.5", "3", "5", "20"));
        met.set(0, own().map(known -> newest.amount().atLeast("1.5", known)).orElse(Truth.UNKNOWN));
        return met;
    }

    /// Compares with the reference limit and the baseline. If the value came without a limit, the baseline alone
    /// gives grades 2 and 3 only.
    private List<Truth> creatinine() {
        var byLimit = multiples(limit(), "1", "1.5", "3", "6");
        return List.of(
                byLimit.get(0),
                byLimit.get(1).or(aboveOwn("1.5")),
                byLimit.get(2).or(aboveOwn("3")),
                byLimit.get(3));
    }

    /// Without a baseline the reference limit alone decides.
    private Truth aboveOwn(String times) {
        return own().map(known -> newest.amount().above(times, known)).orElse(Truth.NO);
    }

    private List<Truth> fibrinogen() {
        var met = new ArrayList<Truth>();
        for (var share : List.of("1", "0.75", "0.5", "0.25")) {
            met.add(newest.low()
                    .map(limit -> newest.amount().below(limit.times(share)))
                    .orElse(Truth.UNKNOWN));
        }
        met.set(3, met.get(3).or(newest.amount().below(Ratio.of("50"))));
        return met;
    }
}
