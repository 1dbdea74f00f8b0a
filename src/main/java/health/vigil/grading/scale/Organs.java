package health.vigil.grading.scale;

import health.vigil.observation.Analyte;
import health.vigil.observation.LabResult;
import health.vigil.observation.Observation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Organ toxicity by CTCAE v5.0, from laboratory results: the newest result of each analyte in two days, as a
/// multiple of its upper reference limit.
record Organs(Map<Analyte, Observation> newest) {
    private static final Duration WINDOW = Duration.ofDays(2);
    private static final List<Analyte> READ = List.of(Analyte.CREATININE, Analyte.BILIRUBIN, Analyte.ALT, Analyte.AST);

    static Organs of(List<Observation> inOrder, Instant at) {
        var newest = new EnumMap<Analyte, Observation>(Analyte.class);
        for (var observation : inOrder) {
            if (observation.content() instanceof LabResult result
                    && READ.contains(result.analyte())
                    && !at.isAfter(observation.effectiveAt().plus(WINDOW))) {
                newest.put(result.analyte(), observation);
            }
        }
        return new Organs(newest);
    }

    Optional<Observation> result(Analyte analyte) {
        return Optional.ofNullable(newest.get(analyte));
    }

    /// The grade, 0 to 4; absent without a result or its reference limit.
    Optional<Integer> grade(Analyte analyte) {
        return result(analyte)
                .map(observation -> (LabResult) observation.content())
                .flatMap(result -> result.referenceHigh().map(limit -> grade(analyte, result.value(), limit)));
    }

    private static int grade(Analyte analyte, BigDecimal value, BigDecimal limit) {
        var multiples = multiples(analyte);
        int grade = 0;
        while (grade < multiples.size() && value.compareTo(limit.multiply(multiples.get(grade))) > 0) {
            grade++;
        }
        return grade;
    }

    /// The multiple of the limit above which each grade begins.
    private static List<BigDecimal> multiples(Analyte analyte) {
        return switch (analyte) {
            case CREATININE ->
                List.of(BigDecimal.ONE, new BigDecimal("1.5"), BigDecimal.valueOf(3), BigDecimal.valueOf(6));
            case BILIRUBIN -> List.of(BigDecimal.ONE, new BigDecimal("1.5"), BigDecimal.valueOf(3), BigDecimal.TEN);
            case ALT, AST ->
                List.of(BigDecimal.ONE, BigDecimal.valueOf(3), BigDecimal.valueOf(5), BigDecimal.valueOf(20));
            case IL_6,
                    IL_10,
                    IL_2_RECEPTOR,
                    IFN_GAMMA,
                    TNF_ALPHA,
                    MCP_1,
                    CRP,
                    FERRITIN,
                    LDH,
                    FIBRINOGEN,
                    D_DIMER,
                    TRIGLYCERIDES,
                    PLATELETS,
                    NEUTROPHILS,
                    HAEMOGLOBIN,
                    WBC,
                    LYMPHOCYTES,
                    INR,
                    APTT,
                    DIRECT_BILIRUBIN,
                    ALBUMIN,
                    PROCALCITONIN,
                    LACTATE -> List.of();
        };
    }

    /// The analytes without a usable result.
    List<Analyte> silent() {
        return READ.stream().filter(analyte -> grade(analyte).isEmpty()).toList();
    }

    static List<Analyte> read() {
        return READ;
    }

    String description(Analyte analyte, int toxicity) {
        return analyte.word() + " of grade " + toxicity + " by CTCAE v5.0";
    }
}
