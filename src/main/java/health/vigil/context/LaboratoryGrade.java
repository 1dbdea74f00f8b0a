package health.vigil.context;

import health.vigil.observation.Analyte;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// The grade of one laboratory value by CTCAE v5.0: the highest whose condition is met. The newest value in 48 h.
final class LaboratoryGrade {
    private static final List<Row> ROWS = List.of(
            new Row(Analyte.NEUTROPHILS, grade -> grade.count("1.5", "1.0", "0.5")),
            new Row(Analyte.PLATELETS, grade -> grade.count("75", "50", "25")),
            new Row(Analyte.WBC, grade -> grade.count("3.0", "2.0", "1.0")),
            new Row(Analyte.LYMPHOCYTES, grade -> grade.count("0.8", "0.5", "0.2")),
            new Row(Analyte.HAEMOGLOBIN, grade -> grade.count("10.0", "8.0")),
            new Row(Analyte.ALT, LaboratoryGrade::transaminase),
            new Row(Analyte.AST, LaboratoryGrade::transaminase),
            new Row(Analyte.BILIRUBIN, LaboratoryGrade::bilirubin),
            new Row(Analyte.CREATININE, LaboratoryGrade::creatinine),
            new Row(Analyte.FIBRINOGEN, LaboratoryGrade::fibrinogen));

    /// @param met whether each grade from 1 on is met
    private record Row(Analyte analyte, Function<LaboratoryGrade, List<Truth>> met) {}

    private static final String LOW = "referenceLow of ";
    private static final String HIGH = "referenceHigh of ";

    private final Lab newest;
    private final Optional<Lab> baseline;

    private LaboratoryGrade(Lab newest, Optional<Lab> baseline) {
        this.newest = newest;
        this.baseline = baseline;
    }

    static List<ContextItem> all(Bedside bedside) {
        return ROWS.stream().map(row -> of(bedside, row)).toList();
    }

    private static ContextItem of(Bedside bedside, Row row) {
        var analyte = row.analyte();
        var answer = new Answer(Score.CTCAE, Score.CTCAE.item() + "-" + analyte.word());
        var newest = bedside.newest(analyte);
        if (newest.isEmpty()) {
            bedside.labs().leftOut(analyte).forEach(answer::note);
            return answer.missing(analyte.word())
                    .reason(analyte.word() + " not known for 48 h")
                    .item();
        }
        answer.input(newest.get());
        var grade = new LaboratoryGrade(newest.get(), bedside.baseline(analyte));
        conclude(answer, row.met().apply(grade), grade.lacking());
        grade.baseline.filter(_ -> grade.readsBaseline()).ifPresent(answer::input);
        return answer.item();
    }

    /// The highest grade that is met; not known while a higher one may be.
    private static void conclude(Answer answer, List<Truth> met, String lacking) {
        int grade = met.lastIndexOf(Truth.YES) + 1;
        if (met.lastIndexOf(Truth.UNKNOWN) < grade) {
            answer.grade(grade);
            return;
        }
        answer.missing(lacking).reason(answer.missed());
        if (grade > 0) {
            answer.atLeast(grade);
        }
    }

    private String lacking() {
        if (!newest.amount().exact()) {
            return newest.told() + " as a number";
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

    /// The baseline was above the limit that came with it, or with the newest value.
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

    /// Either limit decides. Where no limit came with the value, the baseline tells the grades 2 and 3 only.
    private List<Truth> creatinine() {
        var byLimit = multiples(newest.high(), "1", "1.5", "3", "6");
        var own = baseline.map(Lab::value);
        return List.of(
                byLimit.get(0),
                byLimit.get(1).or(times(own, "1.5")),
                byLimit.get(2).or(times(own, "3")),
                byLimit.get(3));
    }

    /// Without a baseline the limit decides alone.
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
