package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Finding;
import health.vigil.observation.Tool;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Finds the flags of ICANS. Attributed evidence counts for flags, too.
record IcansFlags(IcansDomains domains) {
    private static final Set<Component> CRS = EnumSet.of(Component.FEVER, Component.HYPOTENSION, Component.HYPOXIA);
    private static final List<Component> DOMAINS = Arrays.stream(Component.values())
            .filter(component -> !CRS.contains(component))
            .toList();

    Set<Flag> at(IcansState state, Instant at) {
        var up = EnumSet.noneOf(Flag.class);
        raise(up, overdue(), domains.counting(state, at).isEmpty());
        raise(up, Flag.ICE_AT_BASELINE, atBaseline(Tool.ICE, domains::iceAtBaseline, state, at));
        raise(up, Flag.CAPD_AT_BASELINE, atBaseline(Tool.CAPD, domains::capdAtBaseline, state, at));
        raise(
                up,
                Flag.ICE_PARTIAL,
                domains.known(state, at).filter(Score::partial).isPresent());
        raise(up, Flag.INTRACRANIAL_HAEMORRHAGE, present(state, Finding.INTRACRANIAL_HAEMORRHAGE));
        raise(up, Flag.EARLY_SIGN, earlySign(state, at));
        raise(
                up,
                Flag.NON_ICANS_NEUROTOXICITY,
                present(state, Finding.FACIAL_PALSY) || present(state, Finding.OTHER_CRANIAL_NEUROPATHY));
        raiseForSeizures(up, state.seizures(), at);
        if (domains.attributions().any()) {
            DOMAINS.forEach(component -> raise(up, Flag.attributed(component), domains.attributed(component, at)));
        }
        return up;
    }

    private void raiseForSeizures(Set<Flag> up, Seizures seizures, Instant at) {
        var running = seizures.running();
        raise(
                up,
                Flag.STATUS_EPILEPTICUS,
                running.filter(seizure -> seizure.statusAt(at)).isPresent()
                        || domains.seizure(seizures.status(), at).isPresent());
        raise(
                up,
                Flag.POST_ICTAL,
                domains.seizure(seizures.postIctal(), at).isPresent() && !domains.attributed(Component.SEIZURE, at));
        raise(
                up,
                Flag.SEIZURE_LENGTH_NOT_KNOWN,
                running.filter(RunningSeizure::unmeasured).isPresent()
                        || domains.seizure(seizures.unmeasured(), at).isPresent());
    }

    private Flag overdue() {
        return domains.tool() == Tool.ICE ? Flag.ICE_OVERDUE : Flag.CAPD_OVERDUE;
    }

    /// Whether a counted score is abnormal, but not worse than the patient's baseline.
    private boolean atBaseline(Tool tool, IntPredicate baseline, IcansState state, Instant at) {
        return domains.tool() == tool
                && !domains.attributed(Component.of(tool), at)
                && domains.known(state, at)
                        .flatMap(Score::total)
                        .filter(baseline::test)
                        .isPresent();
    }

    private boolean earlySign(IcansState state, Instant at) {
        return domains.recentlyPresent(state.tremor(), at)
                || domains.recentlyPresent(state.handwriting(), at)
                || domains.recentlyPresent(state.home(), at)
                || present(state, Finding.MYOCLONUS)
                || present(state, Finding.HEADACHE);
    }

    private static boolean present(IcansState state, Finding finding) {
        return state.findings().of(finding).filter(Mark::present).isPresent();
    }

    private static void raise(Set<Flag> up, Flag flag, boolean raised) {
        if (raised) {
            up.add(flag);
        }
    }
}
