package health.vigil.context;

import health.vigil.grading.CourseReport;
import health.vigil.grading.Grade;
import health.vigil.laboratory.Amount;
import health.vigil.laboratory.Lab;
import health.vigil.laboratory.Ratio;
import health.vigil.laboratory.Truth;
import health.vigil.observation.Analyte;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.Medication;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The parts of the HLH-like pattern at a time: ferritin (R), liver (H), fibrinogen (F), counts (C),
/// haemophagocytosis (P), and whether CRS or its treatment does not explain them (T).
record HlhPattern(PatientState patient, Instant at) {
    private static final Duration FERRITIN_BASELINE = Duration.ofDays(8);
    private static final Duration RISE_FROM = Duration.ofHours(36);
    private static final Duration RISE_TO = Duration.ofHours(12);
    private static final Duration BETTER = Duration.ofDays(7);
    private static final Duration FILGRASTIM = Duration.ofDays(5);
    private static final int FILGRASTIM_DOSES = 3;
    private static final Duration DOSE_AGE = Duration.ofHours(12);
    private static final Ratio FIBRINOGEN = Ratio.of("150");
    private static final Set<Drug> ANTI_CYTOKINE = EnumSet.of(
            Drug.TOCILIZUMAB,
            Drug.SILTUXIMAB,
            Drug.SARILUMAB,
            Drug.ANAKINRA,
            Drug.EMAPALUMAB,
            Drug.RUXOLITINIB,
            Drug.ITACITINIB);

    /// When each count is low.
    private static final Map<Analyte, Function<Amount, Truth>> COUNTS = counts();

    private static Map<Analyte, Function<Amount, Truth>> counts() {
        var counts = new EnumMap<Analyte, Function<Amount, Truth>>(Analyte.class);
        counts.put(Analyte.PLATELETS, value -> value.below(Ratio.of("50")));
        counts.put(Analyte.NEUTROPHILS, value -> value.atMost(Ratio.of("0.5")));
        counts.put(Analyte.HAEMOGLOBIN, value -> value.below(Ratio.of("8.0")));
        return Collections.unmodifiableMap(counts);
    }

    /// How much of the pattern is present.
    enum Band {
        NONE("none"),
        FERRITIN_ONLY("ferritin-only"),
        FEATURES("features"),
        PATTERN("pattern");

        private final String word;

        Band(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// Absent if it is unknown whether ferritin is high.
    Optional<Band> band() {
        return switch (ferritinHigh()) {
            case UNKNOWN -> Optional.empty();
            case NO -> Optional.of(Band.NONE);
            case YES ->
                Optional.of(
                        !features().holds()
                                ? Band.FERRITIN_ONLY
                                : unexplained().holds() ? Band.PATTERN : Band.FEATURES);
        };
    }

    /// Whether an unknown part could raise the band.
    boolean atLeast() {
        return ferritinHigh().holds()
                && (features() == Truth.UNKNOWN || (features().holds() && unexplained() == Truth.UNKNOWN));
    }

    Optional<Lab> newest(Analyte analyte) {
        return patient.labs().newest(analyte, at, PatientState.RECENT);
    }

    // R

    Truth ferritinHigh() {
        return newest(Analyte.FERRITIN).map(ferritin -> ferritinHigh(ferritin)).orElse(Truth.UNKNOWN);
    }

    private Truth ferritinHigh(Lab ferritin) {
        var byLimit = ferritin.high()
                .map(limit -> ferritin.amount().above(limit.times("2")))
                .orElse(Truth.UNKNOWN);
        var byBaseline = ferritinBaseline()
                .map(own -> ferritin.amount().above("2", own.amount()))
                .orElse(Truth.NO);
        var rising = Truth.any(earlier(ferritin).map(before -> ferritin.amount().atLeast("2", before.amount())))
                .and(ferritin.aboveLimit());
        return byLimit.or(byBaseline).or(rising);
    }

    /// The last ferritin in the 8 days before the infusion.
    Optional<Lab> ferritinBaseline() {
        return patient.labs()
                .last(
                        Analyte.FERRITIN,
                        lab -> lab.at().isBefore(patient.infusedAt())
                                && !lab.at().isBefore(patient.infusedAt().minus(FERRITIN_BASELINE)));
    }

    /// The ferritins 12 to 36 h before another.
    private Stream<Lab> earlier(Lab ferritin) {
        return patient.labs()
                .where(
                        Analyte.FERRITIN,
                        lab -> !lab.at().isBefore(ferritin.at().minus(RISE_FROM))
                                && !lab.at().isAfter(ferritin.at().minus(RISE_TO)));
    }

    // H, F, C, P

    Truth features() {
        return Truth.any(Stream.of(liver(), fibrinogenLow(), countsFell(), haemophagocytosis()));
    }

    /// Whether ALT or AST is high enough. One that is missing or has no limit leaves the decision to the other.
    Truth liver() {
        var values = Stream.of(Analyte.ALT, Analyte.AST)
                .flatMap(analyte -> enzyme(analyte).stream())
                .toList();
        return values.isEmpty() ? Truth.UNKNOWN : Truth.any(values.stream());
    }

    private Optional<Truth> enzyme(Analyte analyte) {
        return newest(analyte)
                .flatMap(lab -> lab.high().map(limit -> lab.amount().above("5", own(analyte, limit))));
    }

    /// The reference limit, or the patient's baseline if that is higher.
    private Amount own(Analyte analyte, Ratio limit) {
        return patient.ownValue(analyte)
                .map(Lab::amount)
                .filter(amount -> amount.above(limit).holds())
                .orElse(Amount.of(limit));
    }

    Truth fibrinogenLow() {
        return newest(Analyte.FIBRINOGEN)
                .map(lab -> lab.amount()
                        .below(FIBRINOGEN)
                        .or(lab.low().map(lab.amount()::below).orElse(Truth.NO)))
                .orElse(Truth.UNKNOWN);
    }

    Truth countsFell() {
        return Truth.any(Stream.concat(COUNTS.keySet().stream().map(this::fell), Stream.of(refractory())));
    }

    /// The counts of which it is unknown whether they have fallen.
    List<Analyte> undecidedCounts() {
        return COUNTS.keySet().stream()
                .filter(analyte -> fell(analyte) == Truth.UNKNOWN)
                .toList();
    }

    /// Whether a count is low now and was better in the 7 days before. Without an earlier count this is
    /// unknown.
    private Truth fell(Analyte analyte) {
        var low = Optional.ofNullable(COUNTS.get(analyte)).orElseThrow();
        var newest = newest(analyte);
        if (newest.isEmpty()) {
            return Truth.UNKNOWN;
        }
        var before = patient.labs()
                .where(
                        analyte,
                        lab -> lab.at().isBefore(newest.get().at())
                                && !lab.at().isBefore(newest.get().at().minus(BETTER)))
                .map(lab -> low.apply(lab.amount()))
                .toList();
        var better = before.contains(Truth.NO)
                ? Truth.YES
                : before.isEmpty() || before.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.NO;
        return low.apply(newest.get().amount()).and(better);
    }

    private Truth refractory() {
        var newest = newest(Analyte.NEUTROPHILS);
        if (newest.isEmpty()) {
            return Truth.NO;
        }
        var begin = newest.get().at().minus(FILGRASTIM);
        var doses = patient.entries(Medication.class)
                .filter(entry -> entry.content().drug() == Drug.FILGRASTIM
                        && !entry.at().isBefore(begin)
                        && !entry.at().isAfter(newest.get().at()))
                .count();
        return newest.get().amount().atMost(Ratio.of("0.5")).and(Truth.of(doses >= FILGRASTIM_DOSES));
    }

    Truth haemophagocytosis() {
        return Truth.of(patient.present(Finding.HAEMOPHAGOCYTOSIS, at).isPresent());
    }

    // T

    Truth unexplained() {
        return eased().or(inSpiteOfTreatment());
    }

    /// A course of CRS has ended, or CRS is below its peak.
    private Truth eased() {
        var grade = patient.crs().at(at);
        var peak = patient.crs().peak(at);
        if (courseEnded()) {
            return Truth.YES;
        }
        if (grade == Grade.UNKNOWN) {
            return GradeTimes.present(peak) ? Truth.UNKNOWN : Truth.NO;
        }
        return Truth.of(peak.above(grade));
    }

    private boolean courseEnded() {
        return patient.situation().grades().crs().course().filter(this::ended).isPresent();
    }

    /// Whether the newest course or an earlier one has ended.
    private boolean ended(CourseReport newest) {
        return newest.closedAt().filter(closed -> !closed.isAfter(at)).isPresent()
                || (!newest.onset().isAfter(at) && patient.crs().gradedBefore(newest.onset()));
    }

    /// Ferritin has doubled since a dose that was given at least 12 h ago.
    private Truth inSpiteOfTreatment() {
        var ferritin = newest(Analyte.FERRITIN);
        if (ferritin.isEmpty()) {
            return Truth.NO;
        }
        return Truth.any(patient.entries(Medication.class)
                .filter(entry -> ANTI_CYTOKINE.contains(entry.content().drug())
                        && !entry.at().isBefore(patient.infusedAt())
                        && !entry.at().isAfter(at.minus(DOSE_AGE)))
                .map(dose -> patient.labs()
                        .last(Analyte.FERRITIN, lab -> !lab.at().isAfter(dose.at()))
                        .map(before -> ferritin.get().amount().atLeast("2", before.amount()))
                        .orElse(Truth.NO)));
    }
}
