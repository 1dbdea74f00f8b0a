package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Finding;
import health.vigil.observation.Tool;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What of ICANS needs a person's eye.
record IcansFlags(IcansDomains domains) {
    private static final Set<Component> CRS = EnumSet.of(Component.FEVER, Component.HYPOTENSION, Component.HYPOXIA);
    private static final List<Component> DOMAINS = Arrays.stream(Component.values())
            .filter(component -> !CRS.contains(component))
            .toList();

    Set<Flag> at(IcansState state, Instant at) {
        var up = EnumSet.noneOf(Flag.class);
        raise(up, overdue(), domains.counting(state, at).isEmpty());
        raise(up, Flag.CAPD_AT_BASELINE, capdAtBaseline(state, at));
        raise(up, Flag.INTRACRANIAL_HAEMORRHAGE, stands(state, Finding.INTRACRANIAL_HAEMORRHAGE, at));
        raise(up, Flag.STATUS_EPILEPTICUS, statusEpilepticus(state, at));
        raise(up, Flag.EARLY_SIGN, earlySign(state, at));
        DOMAINS.forEach(component -> raise(up, Flag.attributed(component), domains.attributed(component, at)));
        return up;
    }

    private Flag overdue() {
        return domains.tool() == Tool.ICE ? Flag.ICE_OVERDUE : Flag.CAPD_OVERDUE;
    }

    private boolean capdAtBaseline(IcansState state, Instant at) {
        return domains.tool() == Tool.CAPD
                && domains.known(state, at)
                        .flatMap(Score::total)
                        .filter(domains::capdAtBaseline)
                        .isPresent();
    }

    private boolean statusEpilepticus(IcansState state, Instant at) {
        return domains.seizure(state.seizures().status(), at).isPresent() && !domains.attributed(Component.SEIZURE, at);
    }

    private boolean earlySign(IcansState state, Instant at) {
        return domains.seen(state.tremor(), at)
                || domains.seen(state.handwriting(), at)
                || stands(state, Finding.MYOCLONUS, at)
                || stands(state, Finding.HEADACHE, at);
    }

    private boolean stands(IcansState state, Finding finding, Instant at) {
        return state.findings().of(finding).filter(Mark::present).isPresent()
                && !domains.attributed(Component.of(finding), at);
    }

    private static void raise(Set<Flag> up, Flag flag, boolean raised) {
        if (raised) {
            up.add(flag);
        }
    }
}
