package health.vigil.grading;

import health.vigil.observation.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Finds what would change a grade of CRS.
record CrsOutlook(Policy policy) {
    /// The highest grade that observations other than a death can raise.
    private static final int LAST_THAT_RISES = 3;

    List<Outlook> of(CrsState state, CrsComponents components, Instant at) {
        var outlook = new ArrayList<Outlook>();
        byTime(state, components, at, outlook);
        byObservation(state, components, outlook);
        return outlook;
    }

    private void byTime(CrsState state, CrsComponents components, Instant at, List<Outlook> outlook) {
        if (components.fever().present()) {
            outlook.add(new Outlook.FeverEnds(components.fever().presentUntil()));
        }
        ends(Component.HYPOTENSION, components.hypotension(), outlook);
        ends(Component.HYPOXIA, components.hypoxia(), outlook);
        components
                .gate()
                .waiver()
                .filter(_ -> !components.gate().openUntil().equals(Instant.MAX))
                .ifPresent(dose -> outlook.add(
                        new Outlook.WaiverEnds(dose.drug(), dose.at().plus(policy.antipyreticWindow()))));
        var course = state.course();
        if (course.active() && components.countedUntil().isBefore(at)) {
            outlook.add(new Outlook.CourseEnds(course.end(state.treatments().resolution(course, policy))));
        }
        state.infusions()
                .second()
                .map(second -> second.at().plus(policy.vasopressorOverlap()))
                .filter(at::isBefore)
                .ifPresent(from -> outlook.add(new Outlook.VasopressorsBecomeMultiple(from)));
    }

    private static void ends(Component component, Judgement judgement, List<Outlook> outlook) {
        if (judgement.present() && !judgement.presentUntil().equals(Instant.MAX)) {
            outlook.add(new Outlook.ComponentEnds(component, judgement.presentUntil()));
        }
    }

    private void byObservation(CrsState state, CrsComponents components, List<Outlook> outlook) {
        if (!state.course().active()) {
            outlook.add(new Outlook.FeverWouldBegin(policy.feverThreshold()));
        }
        if (components.undecided()) {
            outlook.add(new Outlook.PhysicianWouldDecide());
        }
        if (components.masked()) {
            outlook.add(new Outlook.GateWouldOpen());
        }
        if (components.gate().open() && components.highest() <= LAST_THAT_RISES) {
            outlook.add(new Outlook.CrsWouldRise(components.highest()));
        }
    }
}
