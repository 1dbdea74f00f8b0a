package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Finding;
import health.vigil.observation.Tool;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What of ICANS needs a person's eye, attributed to another cause or not.
record IcansFlags(IcansDomains domains) {
    private static final Set<Component> CRS = EnumSet.of(Component.FEVER, Component.HYPOTENSION, Component.HYPOXIA);
    private static final List<Component> DOMAINS = Arrays.stream(Component.values())
            .filter(component -> !CRS.contains(component))
            .toList();

    Set<Flag> at(IcansState state, Instant at) {
        var up = EnumSet.noneOf(Flag.class);
        raise(up, overdue(), domains.counting(state, at).isEmpty());
        raise(up, Flag.CAPD_AT_BASELINE, capdAtBaseline(state, at));
        raise(up, Flag.INTRACRANIAL_HAEMORRHAGE, stands(state, Finding.INTRACRANIAL_HAEMORRHAGE));
        raise(
                up,
                Flag.STATUS_EPILEPTICUS,
                domains.seizure(state.seizures().status(), at).isPresent());
        raise(up, Flag.EARLY_SIGN, earlySign(state, at));
        if (domains.attributions().any()) {
            DOMAINS.forEach(component -> raise(up, Flag.attributed(component), domains.attributed(component, at)));
        }
        return up;
    }

    private Flag overdue() {
        return domains.tool() == Tool.ICE ? Flag.ICE_OVERDUE : Flag.CAPD_OVERDUE;
    }

    private boolean capdAtBaseline(IcansState state, Instant at) {
        return domains.tool() == Tool.CAPD
                && !domains.attributed(Component.CAPD, at)
                && domains.known(state, at)
                        .flatMap(Score::total)
                        .filter(domains::capdAtBaseline)
                        .isPresent();
    }

    private boolean earlySign(IcansState state, Instant at) {
        return domains.seen(state.tremor(), at)
                || domains.seen(state.handwriting(), at)
                || stands(state, Finding.MYOCLONUS)
                || stands(state, Finding.HEADACHE);
    }

    private static boolean stands(IcansState state, Finding finding) {
        return state.findings().of(finding).filter(Mark::present).isPresent();
    }

    private static void raise(Set<Flag> up, Flag flag, boolean raised) {
        if (raised) {
            up.add(flag);
        }
    }
}
