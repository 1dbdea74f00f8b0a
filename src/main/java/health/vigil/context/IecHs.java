package health.vigil.context;

import health.vigil.context.HlhPattern.Band;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.observation.Analyte;
import health.vigil.observation.AssessedSyndrome;
import health.vigil.observation.Finding;
import health.vigil.observation.LabResult;
import health.vigil.observation.Medication;
import health.vigil.observation.NeuroFinding;
import health.vigil.observation.Observation;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.SyndromeAssessment;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// IEC-HS: how far the record shows an HLH-like pattern, and the grade that a physician gave.
final class IecHs {
    private static final Duration DOSE_AGE = Duration.ofHours(12);
    private static final Duration FEVER_WINDOW = Duration.ofDays(1);
    private static final BigDecimal FEVER = new BigDecimal("38.0");

    /// What the pattern is made of.
    private static final List<Analyte> READ = List.of(
            Analyte.FERRITIN,
            Analyte.ALT,
            Analyte.AST,
            Analyte.FIBRINOGEN,
            Analyte.PLATELETS,
            Analyte.NEUTROPHILS,
            Analyte.HAEMOGLOBIN);

    private final Bedside bedside;
    private final HlhPattern now;
    private final Answer answer = new Answer(Score.IEC_HS);

    private IecHs(Bedside bedside) {
        this.bedside = bedside;
        now = new HlhPattern(bedside, bedside.at());
    }

    static ContextItem of(Bedside bedside) {
        var iecHs = new IecHs(bedside);
        if (bedside.at().isBefore(bedside.infusedAt())) {
            return iecHs.answer.reason("before the infusion").item();
        }
        return iecHs.tell();
    }

    private ContextItem tell() {
        inputs();
        parts();
        var band = now.band();
        band.ifPresentOrElse(this::band, this::unknown);
        listed();
        var pattern = band.filter(Band.PATTERN::equals).isPresent() ? firstPattern() : earlierPattern();
        pattern.ifPresent(this::least);
        assessment();
        return answer.item();
    }

    private void inputs() {
        for (var analyte : READ) {
            now.newest(analyte).ifPresent(answer::input);
            bedside.labs().leftOut(analyte).forEach(answer::note);
        }
    }

    private void parts() {
        answer.fact(Fact.of("R", now.ferritinHigh(), "ferritin above twice its limit or the own baseline, or doubling"))
                .fact(Fact.of("H", now.liver(), "ALT or AST above 5 times its limit"))
                .fact(Fact.of("F", now.fibrinogenLow(), "fibrinogen under 150 mg/dL or its lower limit"))
                .fact(Fact.of("C", now.countsFell(), "a count that has fallen, or filgrastim without effect"))
                .fact(Fact.of("P", now.haemophagocytosis(), "haemophagocytosis"))
                .fact(Fact.of("T", now.unexplained(), "CRS has eased, or ferritin doubled in spite of treatment"));
    }

    private void band(Band band) {
        answer.band(band.word());
        switch (band) {
            case NONE -> {}
            case FERRITIN_ONLY -> answer.text("Ferritin above twice its limit. Usual after CAR-T");
            case FEATURES -> answer.text("HLH-like features; CRS may explain them");
            case PATTERN ->
                answer.text("HLH-like features while CRS has eased or in spite of treatment:"
                        + " your protocol asks about IEC-HS");
        }
        if (now.atLeast()) {
            lacking();
            answer.bandAtLeast().reason(answer.missed());
        }
    }

    private void lacking() {
        if (now.fibrinogenLow() == Truth.UNKNOWN) {
            answer.missing("fibrinogen");
        }
        if (now.liver() == Truth.UNKNOWN) {
            answer.missing("ALT or AST");
        }
        if (now.countsFell() == Truth.UNKNOWN) {
            answer.missing("platelets, neutrophils and haemoglobin, each with one before");
        }
        if (now.features().holds() && now.unexplained() == Truth.UNKNOWN) {
            answer.missing("CRS");
        }
    }

    private void unknown() {
        answer.missing(now.newest(Analyte.FERRITIN).isPresent() ? "referenceHigh of ferritin" : "ferritin");
        answer.reason(answer.missed());
    }

    /// Beside the pattern, never counted.
    private void listed() {
        above("ldh", Analyte.LDH);
        above("inr", Analyte.INR);
        above("aptt", Analyte.APTT);
        above("direct-bilirubin", Analyte.DIRECT_BILIRUBIN);
        listed("triglycerides", Analyte.TRIGLYCERIDES, Optional.of(Ratio.of("265")), "265 mg/dL");
        bedside.ownValue(Analyte.CREATININE)
                .flatMap(own -> now.newest(Analyte.CREATININE)
                        .map(lab -> Fact.of(
                                "creatinine",
                                lab.amount().atLeast("1.5", own.amount()),
                                lab.told() + ", limit 1.5 times the baseline",
                                lab.observation())))
                .ifPresent(answer::fact);
        bedside.standing(Finding.SPLENOMEGALY, bedside.at())
                .ifPresent(
                        entry -> answer.fact(Fact.of("splenomegaly", Truth.YES, "splenomegaly", entry.observation())));
        fever();
        var icans = bedside.icans().at(bedside.at());
        if (icans != Grade.UNKNOWN) {
            answer.fact(Fact.of("icans", Truth.of(GradeTimes.present(icans)), "ICANS of 1 or more"));
        }
        bedside.entries(OxygenTherapy.class)
                .reduce((_, later) -> later)
                .ifPresent(entry -> answer.fact(Fact.of(
                        "oxygen",
                        Truth.of(entry.content().forHypoxia()),
                        entry.content().device().word(),
                        entry.observation())));
    }

    private void above(String name, Analyte analyte) {
        listed(name, analyte, now.newest(analyte).flatMap(Lab::high), "its upper limit");
    }

    private void listed(String name, Analyte analyte, Optional<Ratio> limit, String told) {
        now.newest(analyte)
                .ifPresent(lab -> answer.fact(Fact.of(
                        name,
                        limit.map(lab.amount()::above).orElse(Truth.UNKNOWN),
                        lab.told() + ", limit " + told,
                        lab.observation())));
    }

    private void fever() {
        bedside.entries(VitalSigns.class)
                .filter(Bedside.from(bedside.at().minus(FEVER_WINDOW)))
                .filter(entry -> entry.content()
                        .plausible()
                        .value(VitalSign.TEMPERATURE)
                        .filter(celsius -> celsius.compareTo(FEVER) >= 0)
                        .isPresent())
                .reduce((_, later) -> later)
                .ifPresent(entry -> answer.fact(Fact.of("fever", Truth.YES, "fever", entry.observation())));
    }

    /// The first instant at which the record showed the pattern.
    private Optional<Instant> firstPattern() {
        return instants()
                .filter(at -> new HlhPattern(bedside, at)
                        .band()
                        .filter(Band.PATTERN::equals)
                        .isPresent())
                .findFirst();
    }

    /// A pattern from before matters only where somebody calls it IEC-HS.
    private Optional<Instant> earlierPattern() {
        return assessed().isPresent() ? firstPattern() : Optional.empty();
    }

    /// Where the pattern can begin: what was observed, what is old enough, and where CRS changed.
    private Stream<Instant> instants() {
        var observed = bedside.observations().stream().filter(IecHs::read).map(Observation::effectiveAt);
        var doses = bedside.entries(Medication.class).map(entry -> entry.at().plus(DOSE_AGE));
        var crs = bedside.crs().changes().stream().map(GradeChange::at);
        var closed = bedside.situation().grades().crs().course().stream().flatMap(course -> course.closedAt().stream());
        return Stream.of(observed, doses, crs, closed)
                .flatMap(all -> all)
                .filter(at -> !at.isBefore(bedside.infusedAt()) && !at.isAfter(bedside.at()))
                .distinct()
                .sorted();
    }

    private static boolean read(Observation observation) {
        return (observation.content() instanceof LabResult result && READ.contains(result.analyte()))
                || (observation.content() instanceof NeuroFinding found
                        && found.finding() == Finding.HAEMOPHAGOCYTOSIS);
    }

    private void least(Instant since) {
        var facts = new HlhCourse(bedside, since).facts();
        int least = facts.values().stream().max(Comparator.naturalOrder()).orElse(1);
        answer.number("leastGrade", least);
        answer.note("pattern since " + bedside.days().told(since) + ", day "
                + bedside.days().of(since));
        facts.forEach((fact, grade) -> answer.fact(Fact.of("least-" + grade, Truth.YES, fact)));
    }

    private Optional<Entry<SyndromeAssessment>> assessed() {
        return bedside.entries(SyndromeAssessment.class)
                .filter(entry -> entry.content().syndrome() == AssessedSyndrome.IEC_HS)
                .max(Comparator.<Entry<SyndromeAssessment>, Instant>comparing(Entry::at)
                        .thenComparing(entry -> entry.content().present())
                        .thenComparing(entry -> entry.observation().id()));
    }

    private void assessment() {
        assessed().ifPresent(entry -> {
            var word = entry.content();
            if (word.present()) {
                word.grade().ifPresent(answer::grade);
            }
            answer.fact(Fact.of("assessment", Truth.of(word.present()), word.basis(), entry.observation()));
        });
    }
}
