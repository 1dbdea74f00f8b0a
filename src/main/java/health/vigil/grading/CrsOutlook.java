package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what would change a grade of CRS.
record CrsOutlook(Policy policy, FeverRule fever) {
    List<String> of(CrsState state, CrsComponents components, Instant at) {
        var outlook = new ArrayList<String>();
        byTime(state, components, at, outlook);
        byObservation(state, components, outlook);
        return outlook;
    }

    private void byTime(CrsState state, CrsComponents components, Instant at, List<String> outlook) {
        fever.counting(state, at)
                .ifPresent(reading -> outlook.add("Without another fever, the fever component ends after "
                        + reading.at().plus(policy.feverWindow()) + "."));
        ends("hypotension", components.hypotension(), outlook);
        ends("hypoxia", components.hypoxia(), outlook);
        components
                .gate()
                .waiver()
                .filter(_ -> !components.gate().openUntil().equals(Instant.MAX))
                .ifPresent(dose -> outlook.add("The waiver of fever by " + Sentences.words(dose.drug()) + " ends after "
                        + dose.at().plus(policy.antipyreticWindow()) + "."));
        endOfCourse(state, components, at, outlook);
        state.infusions()
                .second()
                .map(second -> second.at().plus(policy.vasopressorOverlap()))
                .filter(at::isBefore)
                .ifPresent(from ->
                        outlook.add("Hypotension becomes grade 4 at " + from + " if both vasopressors still run."));
    }

    private void endOfCourse(CrsState state, CrsComponents components, Instant at, List<String> outlook) {
        var course = state.course();
        if (course.active() && components.countedUntil().isBefore(at)) {
            outlook.add("Without another fever, the course of CRS ends after "
                    + course.end(state.treatments().resolution(course, policy)) + ".");
        }
    }

    private static void ends(String component, Judgement judgement, List<String> outlook) {
        if (judgement.present() && !judgement.presentUntil().equals(Instant.MAX)) {
            outlook.add(
                    "Without a new reading, " + component + " stops counting after " + judgement.presentUntil() + ".");
        }
    }

    private void byObservation(CrsState state, CrsComponents components, List<String> outlook) {
        if (!state.course().active()) {
            outlook.add("A temperature of " + Sentences.number(policy.feverThreshold())
                    + " Cel or more begins CRS grade 1.");
        }
        if (components.undecided()) {
            outlook.add("A physician answers by opening the course of CRS, or by attributing to another cause.");
        }
        if (components.masked()) {
            outlook.add(
                    "Fever, treatment of an active CRS, or a physician who opens the course would let hypotension and"
                            + " hypoxia count.");
        }
        if (components.gate().open()) {
            higher(components).ifPresent(outlook::add);
        }
    }

    private static Optional<String> higher(CrsComponents components) {
        return switch (components.highest()) {
            case 0, 1 ->
                Optional.of(
                        "A low blood pressure, a bolus for it, a low SpO2 or low-flow oxygen for hypoxia would make it"
                                + " grade 2; a vasopressor, a mask or a flow above 6 L/min grade 3.");
            case 2 -> Optional.of("A vasopressor, a mask or a flow above 6 L/min for hypoxia would make it grade 3.");
            case 3 ->
                Optional.of(
                        "A second vasopressor other than vasopressin, or CPAP, BiPAP or a ventilator for hypoxia, would"
                                + " make it grade 4.");
            default -> Optional.empty();
        };
    }
}
