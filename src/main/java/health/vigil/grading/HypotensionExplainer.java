package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.VasopressorAgent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Tells what was judged of hypotension.
record HypotensionExplainer(Policy policy, Patient patient, HypotensionRule rule, PressureRule pressureRule) {
    List<Basis> basis(CrsState state, Judgement judgement, Instant at) {
        var basis = new ArrayList<Basis>();
        if (state.infusions().anyVasopressor()) {
            basis.add(vasopressors(state.infusions(), judgement.grade()));
        }
        rule.pressure(state, at).map(this::pressure).ifPresent(basis::add);
        rule.bolus(state, at).map(this::bolus).ifPresent(basis::add);
        return basis;
    }

    private Basis vasopressors(Infusions infusions, int grade) {
        var agents = infusions.vasopressors();
        var names = agents.stream()
                .map(entry -> running(entry.getKey(), entry.getValue()))
                .toList();
        var latest = agents.getLast().getValue().start();
        return new Reason(Component.HYPOTENSION, grade, Rule.CRS_VASOPRESSORS)
                .of(Sentences.list(names) + ": " + meaning(infusions, grade), latest.at(), latest.id());
    }

    private static String running(VasopressorAgent agent, AgentInfusions infusions) {
        return Sentences.words(agent) + " running since " + infusions.start().at()
                + (infusions.halved() ? " (started more often than stopped: does it still run?)" : "");
    }

    private String meaning(Infusions infusions, int grade) {
        if (grade == ConsensusTable.MULTIPLE_VASOPRESSORS) {
            return "multiple vasopressors, vasopressin not counted";
        }
        return infusions
                .second()
                .map(second -> "multiple only after " + Sentences.length(policy.vasopressorOverlap()) + " together")
                .orElseGet(() -> notMultiple(infusions));
    }

    private static String notMultiple(Infusions infusions) {
        var agents = infusions.vasopressors();
        if (agents.size() > 1) {
            return "not multiple, for of vasopressin, terlipressin and agents outside the list none counts for it";
        }
        var only = agents.getFirst().getKey();
        return infusions.vasopressinOnly() ? Sentences.words(only) + " as the only vasopressor" : "one vasopressor";
    }

    private Basis pressure(PressureReading reading) {
        int grade = reading.verdict().hypotensive() ? ConsensusTable.HYPOTENSION : 0;
        return new Reason(Component.HYPOTENSION, grade, ruleOf(reading.verdict()))
                .of(finding(reading), reading.at(), reading.id());
    }

    private String finding(PressureReading reading) {
        var limits = policy.pressure();
        return switch (reading.verdict()) {
            case BELOW_ABSOLUTE_SYSTOLIC ->
                systolic(reading) + " < " + Sentences.number(pressureRule.absoluteLimit()) + " whatever the baseline";
            case BELOW_ABSOLUTE_MEAN ->
                mean(reading) + " < " + Sentences.number(limits.absoluteMean()) + " whatever the baseline";
            case OWN_BASELINE ->
                systolic(reading) + " >= " + share(limits.ownBaselinePercent()) + ": not hypotension for this patient";
            case BELOW_AGE_LIMIT -> systolic(reading) + " < " + limit();
            case LOW_MEAN -> mean(reading) + " < " + Sentences.number(limits.adultMean());
            case FAR_BELOW_BASELINE ->
                systolic(reading) + " < " + share(limits.relativePercent()) + " and < "
                        + Sentences.number(limits.relativeLimit());
            case NORMAL ->
                reading.systolic().isPresent()
                        ? systolic(reading) + " >= " + limit()
                        : mean(reading) + " >= " + Sentences.number(limits.adultMean());
        };
    }

    private static Rule ruleOf(PressureVerdict verdict) {
        return switch (verdict) {
            case BELOW_ABSOLUTE_SYSTOLIC, BELOW_ABSOLUTE_MEAN -> Rule.CRS_ABSOLUTE_PRESSURE;
            case OWN_BASELINE -> Rule.CRS_OWN_BASELINE;
            case BELOW_AGE_LIMIT, NORMAL -> Rule.CRS_LOW_PRESSURE_AGE;
            case LOW_MEAN -> Rule.CRS_LOW_MEAN_PRESSURE;
            case FAR_BELOW_BASELINE -> Rule.CRS_RELATIVE_HYPOTENSION;
        };
    }

    private String limit() {
        var limit = Sentences.number(pressureRule.limit());
        return patient.ageYears() > 10 ? limit : limit + " (limit at " + age() + ")";
    }

    private String age() {
        var years = patient.ageYears() + " years";
        return patient.ageEstimated() ? years + ", estimated: only the year or month of birth is known" : years;
    }

    private String share(BigDecimal percent) {
        var baseline = patient.baseline().systolic().map(Sentences::number).orElse("unknown");
        return Sentences.number(percent) + " % of the baseline " + baseline;
    }

    static String pressureOf(PressureReading reading) {
        return reading.systolic().isPresent() ? systolic(reading) : mean(reading);
    }

    private static String systolic(PressureReading reading) {
        return "SBP " + reading.systolic().map(Sentences::number).orElse("unknown") + " mm[Hg]";
    }

    private static String mean(PressureReading reading) {
        return "MAP " + reading.mean().map(Sentences::number).orElse("unknown") + " mm[Hg]";
    }

    private Basis bolus(Reading bolus) {
        return new Reason(Component.HYPOTENSION, ConsensusTable.HYPOTENSION, Rule.CRS_FLUID_BOLUS)
                .of(
                        "fluid bolus of " + Sentences.number(bolus.value()) + " mL for hypotension in the last "
                                + Sentences.length(policy.fluidBolusWindow()),
                        bolus.at(),
                        bolus.id());
    }
}
