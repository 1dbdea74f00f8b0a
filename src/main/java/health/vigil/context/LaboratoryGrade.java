package health.vigil.context;

import health.vigil.observation.Analyte;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// The CTCAE v5.0 grade of one laboratory value of the last 48 h: the highest grade whose condition is met.
final class LaboratoryGrade {
    private static final List<GradeConditions> ROWS = List.of(
            new GradeConditions(Analyte.NEUTROPHILS, grade -> grade.count("1.5", "1.0", "0.5")),
            new GradeConditions(Analyte.PLATELETS, grade -> grade.count("75", "50", "25")),
            new GradeConditions(Analyte.WBC, grade -> grade.count("3.0", "2.0", "1.0")),
            new GradeConditions(Analyte.LYMPHOCYTES, grade -> grade.count("0.8", "0.5", "0.2")),
            new GradeConditions(Analyte.HAEMOGLOBIN, grade -> grade.count("10.0", "8.0")),
            new GradeConditions(Analyte.ALT, LaboratoryGrade::transaminase),
            new GradeConditions(Analyte.AST, LaboratoryGrade::transaminase),
            new GradeConditions(Analyte.BILIRUBIN, LaboratoryGrade::bilirubin),
            new GradeConditions(Analyte.CREATININE, LaboratoryGrade::creatinine),
            new GradeConditions(Analyte.FIBRINOGEN, LaboratoryGrade::fibrinogen));

    /// @param met for each grade from 1 on, whether its condition is met
    private record GradeConditions(Analyte analyte, Function<LaboratoryGrade, List<Truth>> met) {}

    private static final String LOW = "referenceLow of ";
    private static final String HIGH = "referenceHigh of ";

    private final Lab newest;
    private final Optional<Lab> baseline;

    private LaboratoryGrade(Lab newest, Optional<Lab> baseline) {
        this.newest = newest;
        this.baseline = baseline;
    }

    static List<ContextItem> all(PatientState patient) {
        return ROWS.stream().map(row -> of(patient, row)).toList();
    }

    private static ContextItem of(PatientState patient, GradeConditions row) {
        var analyte = row.analyte();
        var item = new ItemBuilder(ItemKind.CTCAE, ItemKind.CTCAE.item() + "-" + analyte.word());
        var newest = patient.newest(analyte);
        if (newest.isEmpty()) {
            patient.labs().leftOut(analyte).forEach(item::note);
            return item.missing(analyte.word())
                    .reason(analyte.word() + " not known for 48 h")
                    .build();
        }
        item.input(newest.get());
        var grade = new LaboratoryGrade(newest.get(), patient.baseline(analyte));
        conclude(item, row.met().apply(grade), grade.lacking());
        grade.baseline.filter(_ -> grade.readsBaseline()).ifPresent(item::input);
        return item.build();
    }

    /// Sets the highest grade that is met; unknown if a higher one may be.
    private static void conclude(ItemBuilder item, List<Truth> met, String lacking) {
        int grade = met.lastIndexOf(Truth.YES) + 1;
        if (met.lastIndexOf(Truth.UNKNOWN) < grade) {
            item.grade(grade);
            return;
        }
        item.missing(lacking).reason(item.missed());
        if (grade > 0) {
            item.atLeast(grade);
        }
    }

    private String lacking() {
        if (!newest.amount().exact()) {
            return newest.text() + " as a number";
        }
        return (Labs.lowIsWorse(newest.analyte()) ? LOW : HIGH)
                + newest.analyte().word();
    }

    private boolean readsBaseline() {
        return newest.analyte() == Analyte.CREATININE || abnormal();
    }

    private List<Truth> transaminase() {
        return abnormal() ? enzymeByBaseline() : multiples(newest.high(), "1", "3", "5", "20");
    }

    private List<Truth> bilirubin() {
        return multiples(abnormal() ? baseline.map(Lab::value) : newest.high(), "1", "1.5", "3", "10");
    }

    private List<Truth> count(String... limits) {
        var met = new ArrayList<Truth>();
        met.add(compare(newest.low(), Amount::below));
        Stream.of(limits).forEach(limit -> met.add(newest.amount().below(Ratio.of(limit))));
        return met;
    }

    private Truth compare(Optional<Ratio> limit, BiFunction<Amount, Ratio, Truth> comparison) {
        return limit.map(known -> comparison.apply(newest.amount(), known)).orElse(Truth.UNKNOWN);
    }

    private List<Truth> multiples(Optional<Ratio> limit, String... factors) {
        return Stream.of(factors)
                .map(factor -> compare(limit.map(known -> known.times(factor)), Amount::above))
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
        var limit = baseline.map(Lab::value);
        var met = new ArrayList<>(multiples(limit, "1.5", "3", "5", "20"));
        met.set(0, compare(limit.map(known -> known.times("1.5")), Amount::atLeast));
        return met;
    }

    /// Compares with the reference limit and the baseline. If the value came without a limit, the baseline
    /// alone gives grades 2 and 3 only.
    private List<Truth> creatinine() {
        var byLimit = multiples(newest.high(), "1", "1.5", "3", "6");
        var own = baseline.map(Lab::value);
        return List.of(
                byLimit.get(0),
                byLimit.get(1).or(times(own, "1.5")),
                byLimit.get(2).or(times(own, "3")),
                byLimit.get(3));
    }

    /// Whether the value exceeds a multiple; without a baseline the reference limit alone decides.
    private Truth times(Optional<Ratio> value, String factor) {
        return value.map(known -> newest.amount().above(known.times(factor))).orElse(Truth.NO);
    }

    private List<Truth> fibrinogen() {
        var met = new ArrayList<Truth>();
        for (var share : List.of("1", "0.75", "0.5", "0.25")) {
            met.add(compare(newest.low().map(limit -> limit.times(share)), Amount::below));
        }
        met.set(3, met.get(3).or(newest.amount().below(Ratio.of("50"))));
        return met;
    }
}
