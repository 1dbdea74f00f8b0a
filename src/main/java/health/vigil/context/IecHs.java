package health.vigil.context;

import health.vigil.context.HlhPattern.Band;
import health.vigil.grading.Grade;
import health.vigil.grading.GradeChange;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
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

/// IEC-HS: how much of an HLH-like pattern the record shows, and the grade that a physician gave.
final class IecHs {
    private static final Duration DOSE_AGE = Duration.ofHours(12);
    private static final Duration FEVER_WINDOW = Duration.ofDays(1);
    private static final BigDecimal FEVER = new BigDecimal("38.0");

    /// The analytes of the pattern.
    private static final List<Analyte> READ = List.of(
            Analyte.FERRITIN,
            Analyte.ALT,
            Analyte.AST,
            Analyte.FIBRINOGEN,
            Analyte.PLATELETS,
            Analyte.NEUTROPHILS,
            Analyte.HAEMOGLOBIN);

    private final PatientState patient;
    private final HlhPattern now;
    private final ItemBuilder item = new ItemBuilder(ItemKind.IEC_HS);

    private IecHs(PatientState patient) {
        this.patient = patient;
        now = new HlhPattern(patient, patient.at());
    }

    static ContextItem of(PatientState patient) {
        return of(patient, true);
    }

    /// The item without its least grade, which needs the whole course.
    static ContextItem withoutLeastGrade(PatientState patient) {
        return of(patient, false);
    }

    private static ContextItem of(PatientState patient, boolean leastGrade) {
        var iecHs = new IecHs(patient);
        if (patient.at().isBefore(patient.infusedAt())) {
            return iecHs.item.reason("before the infusion").build();
        }
        iecHs.build();
        if (leastGrade) {
            iecHs.least();
        }
        iecHs.assessment();
        return iecHs.item.build();
    }

    private void build() {
        inputs();
        parts();
        now.band().ifPresentOrElse(this::band, this::unknown);
        listed();
    }

    private void least() {
        var pattern = now.band().filter(Band.PATTERN::equals).isPresent() ? firstPattern() : earlierPattern();
        pattern.ifPresent(this::least);
    }

    private void inputs() {
        for (var analyte : READ) {
            now.newest(analyte).ifPresent(item::input);
            patient.labs().leftOut(analyte).forEach(item::note);
        }
    }

    private void parts() {
        item.fact(Fact.of("R", now.ferritinHigh(), "ferritin above twice its limit or the own baseline, or doubling"))
                .fact(Fact.of("H", now.liver(), "ALT or AST above 5 times its limit"))
                .fact(Fact.of("F", now.fibrinogenLow(), "fibrinogen under 150 mg/dL or its lower limit"))
                .fact(Fact.of("C", now.countsFell(), "a count that has fallen, or filgrastim without effect"))
                .fact(Fact.of("P", now.haemophagocytosis(), "haemophagocytosis"))
                .fact(Fact.of("T", now.unexplained(), "CRS has eased, or ferritin doubled in spite of treatment"));
    }

    private void band(Band band) {
        item.band(band.word());
        switch (band) {
            case NONE -> {}
            case FERRITIN_ONLY -> item.text("Ferritin above twice its limit. Usual after CAR-T");
            case FEATURES -> item.text("HLH-like features; CRS may explain them");
            case PATTERN ->
                item.text("HLH-like features while CRS has eased or in spite of treatment:"
                        + " your protocol asks about IEC-HS");
        }
        if (now.atLeast()) {
            lacking();
            item.bandAtLeast().reason(item.missed());
        }
    }

    private void lacking() {
        if (now.fibrinogenLow() == Truth.UNKNOWN) {
            item.missing("fibrinogen");
        }
        if (now.liver() == Truth.UNKNOWN) {
            item.missing("ALT or AST");
        }
        if (now.countsFell() == Truth.UNKNOWN) {
            now.undecidedCounts().forEach(count -> item.missing(count.word() + " with one before"));
        }
        if (now.features().holds() && now.unexplained() == Truth.UNKNOWN) {
            item.missing("CRS");
        }
    }

    private void unknown() {
        item.missing(now.newest(Analyte.FERRITIN).isPresent() ? "referenceHigh of ferritin" : "ferritin");
        item.reason(item.missed());
    }

    /// Facts beside the pattern; they never count.
    private void listed() {
        above("ldh", Analyte.LDH);
        above("inr", Analyte.INR);
        above("aptt", Analyte.APTT);
        above("direct-bilirubin", Analyte.DIRECT_BILIRUBIN);
        listed("triglycerides", Analyte.TRIGLYCERIDES, Optional.of(Ratio.of("265")), "265 mg/dL");
        patient.ownValue(Analyte.CREATININE)
                .flatMap(own -> now.newest(Analyte.CREATININE)
                        .map(lab -> Fact.of(
                                "creatinine",
                                lab.amount().atLeast("1.5", own.amount()),
                                lab.text() + ", limit 1.5 times the baseline",
                                lab.observation())))
                .ifPresent(item::fact);
        patient.present(Finding.SPLENOMEGALY, patient.at())
                .ifPresent(entry -> item.fact(Fact.of("splenomegaly", Truth.YES, "splenomegaly", entry.observation())));
        fever();
        var icans = patient.icans().at(patient.at());
        if (icans != Grade.UNKNOWN) {
            item.fact(Fact.of("icans", Truth.of(GradeTimes.present(icans)), "ICANS of 1 or more"));
        }
        patient.entries(OxygenTherapy.class)
                .reduce((_, later) -> later)
                .ifPresent(entry -> item.fact(Fact.of(
                        "oxygen",
                        Truth.of(entry.content().forHypoxia()),
                        entry.content().device().word(),
                        entry.observation())));
    }

    private void above(String name, Analyte analyte) {
        listed(name, analyte, now.newest(analyte).flatMap(Lab::high), "its upper limit");
    }

    private void listed(String name, Analyte analyte, Optional<Ratio> limit, String limitText) {
        now.newest(analyte)
                .ifPresent(lab -> item.fact(Fact.of(
                        name,
                        limit.map(lab.amount()::above).orElse(Truth.UNKNOWN),
                        lab.text() + ", limit " + limitText,
                        lab.observation())));
    }

    private void fever() {
        patient.entries(VitalSigns.class)
                .filter(PatientState.from(patient.at().minus(FEVER_WINDOW)))
                .filter(entry -> entry.content()
                        .plausible()
                        .value(VitalSign.TEMPERATURE)
                        .filter(celsius -> celsius.compareTo(FEVER) >= 0)
                        .isPresent())
                .reduce((_, later) -> later)
                .ifPresent(entry -> item.fact(Fact.of(
                        "fever", Truth.YES, "fever" + PatientState.homeMark(entry.content()), entry.observation())));
    }

    /// The first time at which the record showed the pattern.
    private Optional<Instant> firstPattern() {
        return instants()
                .filter(at -> new HlhPattern(patient, at)
                        .band()
                        .filter(Band.PATTERN::equals)
                        .isPresent())
                .findFirst();
    }

    /// An earlier pattern matters only if a physician has assessed it as IEC-HS.
    private Optional<Instant> earlierPattern() {
        return assessed().isPresent() ? firstPattern() : Optional.empty();
    }

    /// The times at which the pattern can begin: observations, values becoming old enough, and changes of
    /// CRS.
    private Stream<Instant> instants() {
        var observed = patient.observations().stream().filter(IecHs::read).map(Observation::effectiveAt);
        var doses = patient.entries(Medication.class).map(entry -> entry.at().plus(DOSE_AGE));
        var crs = patient.crs().changes().stream().map(GradeChange::at);
        var closed = patient.situation().grades().crs().course().stream().flatMap(course -> course.closedAt().stream());
        return Stream.of(observed, doses, crs, closed)
                .flatMap(all -> all)
                .filter(at -> !at.isBefore(patient.infusedAt()) && !at.isAfter(patient.at()))
                .distinct()
                .sorted();
    }

    private static boolean read(Observation observation) {
        return (observation.content() instanceof LabResult result && READ.contains(result.analyte()))
                || (observation.content() instanceof NeuroFinding found
                        && found.finding() == Finding.HAEMOPHAGOCYTOSIS);
    }

    private void least(Instant since) {
        var facts = new HlhCourse(patient, since).facts();
        int least = facts.values().stream().max(Comparator.naturalOrder()).orElse(1);
        item.number("leastGrade", least);
        item.note("pattern since " + patient.days().text(since) + ", day "
                + patient.days().of(since));
        facts.forEach((fact, grade) -> item.fact(Fact.of("least-" + grade, Truth.YES, fact)));
    }

    private Optional<ChartEntry<SyndromeAssessment>> assessed() {
        return patient.entries(SyndromeAssessment.class)
                .filter(entry -> entry.content().syndrome() == AssessedSyndrome.IEC_HS)
                .max(Comparator.<ChartEntry<SyndromeAssessment>, Instant>comparing(ChartEntry::at)
                        .thenComparing(entry -> entry.content().present())
                        .thenComparing(entry -> entry.observation().id()));
    }

    private void assessment() {
        assessed().ifPresent(entry -> {
            var word = entry.content();
            if (word.present()) {
                word.grade().ifPresent(item::grade);
            }
            item.fact(Fact.of("assessment", Truth.of(word.present()), word.basis(), entry.observation()));
        });
    }
}
