package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Tells what was judged of hypoxia.
record HypoxiaExplainer(Policy policy, Patient patient, HypoxiaRule rule) {
    List<Basis> basis(CrsState state, Instant at) {
        var basis = new ArrayList<Basis>();
        var oxygen = state.oxygen();
        var spo2 = rule.spo2(oxygen, at);
        var low = spo2.filter(rule::low).isPresent();
        oxygen.counting(low).stream()
                .filter(entry -> entry.therapy().device() != OxygenDevice.ROOM_AIR)
                .findFirst()
                .ifPresent(entry -> basis.add(device(entry, oxygen.chartedAt().orElse(at))));
        spo2.filter(_ -> low || oxygen.deviceGrade() == 0)
                .map(reading -> spo2(reading, oxygen, low))
                .ifPresent(basis::add);
        return basis;
    }

    private Basis device(OxygenEntry entry, Instant chartedAt) {
        var therapy = entry.therapy();
        var finding = name(therapy) + flow(therapy) + " " + judged(therapy);
        return new Reason(Component.HYPOXIA, entry.grade(), ruleOf(therapy)).of(finding, chartedAt, entry.id());
    }

    private static String name(OxygenTherapy therapy) {
        return therapy.deviceName()
                .map(name -> "another device (" + name + ")")
                .orElseGet(() -> Sentences.words(therapy.device()));
    }

    private Rule ruleOf(OxygenTherapy therapy) {
        if (!therapy.forHypoxia()) {
            return Rule.CRS_OXYGEN_OTHER_REASON;
        }
        return rule.atHomeFlow(therapy) ? Rule.CRS_HOME_OXYGEN : Rule.CRS_OXYGEN;
    }

    private String judged(OxygenTherapy therapy) {
        var reason = therapy.reason()
                .map(charted -> "for " + Sentences.words(charted))
                .orElse("without a charted reason, taken as for hypoxia");
        if (!therapy.forHypoxia()) {
            return reason + ", not for hypoxia";
        }
        if (rule.atHomeFlow(therapy)) {
            return reason + ", no more than the " + home() + " L/min at home";
        }
        return ConsensusTable.byAnalogy(therapy.device()) ? reason + ", graded as a mask" : reason;
    }

    private String home() {
        return patient.baseline().oxygenFlow().map(Sentences::number).orElse("unknown");
    }

    private static String flow(OxygenTherapy therapy) {
        if (!ConsensusTable.gradedByFlow(therapy.device())) {
            return "";
        }
        return therapy.plausibleFlow()
                .map(flow -> " at " + Sentences.number(flow) + " L/min" + limit(ConsensusTable.cannula(flow)))
                .orElse(" at an unknown flow");
    }

    private static String limit(int grade) {
        return grade > ConsensusTable.LOW_FLOW ? " > 6 L/min" : " <= 6 L/min";
    }

    static String saturation(Reading spo2) {
        return "SpO2 " + Sentences.number(spo2.value()) + " %";
    }

    private Basis spo2(Reading spo2, Oxygen oxygen, boolean low) {
        var finding = saturation(spo2) + (low ? " < " : " >= ") + Sentences.number(rule.limit()) + " % "
                + oxygen.counting(low).stream()
                        .findFirst()
                        .map(HypoxiaExplainer::circumstances)
                        .orElse("with no oxygen device charted");
        return new Reason(Component.HYPOXIA, low ? ConsensusTable.LOW_SPO2 : 0, Rule.CRS_SPO2)
                .of(finding, spo2.at(), spo2.id());
    }

    private static String circumstances(OxygenEntry entry) {
        if (entry.therapy().device() == OxygenDevice.ROOM_AIR) {
            return "on room air";
        }
        return entry.grade() > 0
                ? "in spite of oxygen for hypoxia"
                : "on oxygen that is not for hypoxia, or as at home";
    }
}
