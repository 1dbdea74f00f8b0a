package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.OxygenReason;
import health.vigil.observation.OxygenTherapy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what was judged of hypoxia.
record HypoxiaExplainer(Policy policy, Patient patient, HypoxiaRule rule) {
    List<Basis> basis(CrsState state, Judgement judgement, Instant at) {
        var basis = new ArrayList<Basis>();
        var oxygen = state.oxygen();
        oxygen.device()
                .ifPresent(device -> basis.add(device(device, oxygen.chartedAt().orElse(at))));
        if (oxygen.onRoomAir()) {
            rule.spo2(oxygen, at).map(this::spo2).ifPresent(basis::add);
        }
        return basis;
    }

    private Basis device(OxygenEntry entry, Instant chartedAt) {
        var therapy = entry.therapy();
        var finding = Sentences.words(therapy.device()) + flow(therapy) + " " + judged(therapy);
        return new Reason(Component.HYPOXIA, entry.grade(), ruleOf(therapy)).of(finding, chartedAt, entry.id());
    }

    private Rule ruleOf(OxygenTherapy therapy) {
        if (!forHypoxia(therapy)) {
            return Rule.CRS_OXYGEN_OTHER_REASON;
        }
        return rule.atHomeFlow(therapy) ? Rule.CRS_HOME_OXYGEN : Rule.CRS_OXYGEN;
    }

    private String judged(OxygenTherapy therapy) {
        if (!forHypoxia(therapy)) {
            return "for " + therapy.reason().map(Sentences::words).orElse("no reason") + ", not for hypoxia";
        }
        return rule.atHomeFlow(therapy) ? "for hypoxia, no more than the " + home() + " L/min at home" : "for hypoxia";
    }

    private String home() {
        return patient.baseline().oxygenFlow().map(Sentences::number).orElse("unknown");
    }

    private static boolean forHypoxia(OxygenTherapy therapy) {
        return therapy.reason().equals(Optional.of(OxygenReason.HYPOXIA));
    }

    private static String flow(OxygenTherapy therapy) {
        return switch (therapy.device()) {
            case NASAL_CANNULA, HIGH_FLOW_NASAL_CANNULA ->
                therapy.plausibleFlow()
                        .map(flow -> " at " + Sentences.number(flow) + " L/min" + limit(ConsensusTable.cannula(flow)))
                        .orElse(" at an unknown flow");
            case ROOM_AIR, BLOW_BY, SIMPLE_MASK, VENTURI_MASK, NON_REBREATHER, CPAP, BIPAP, VENTILATOR -> "";
        };
    }

    private static String limit(int grade) {
        return grade > ConsensusTable.LOW_FLOW ? " > 6 L/min" : " <= 6 L/min";
    }

    static String saturation(Reading spo2) {
        return "SpO2 " + Sentences.number(spo2.value()) + " %";
    }

    private Basis spo2(Reading spo2) {
        boolean low = spo2.value().compareTo(policy.spo2Limit()) < 0;
        var finding = saturation(spo2) + (low ? " < " : " >= ") + Sentences.number(policy.spo2Limit())
                + " % on room air" + (low ? ", no oxygen device charted" : "");
        return new Reason(Component.HYPOXIA, low ? ConsensusTable.HYPOXIA_ON_ROOM_AIR : 0, Rule.CRS_SPO2)
                .of(finding, spo2.at(), spo2.id());
    }
}
