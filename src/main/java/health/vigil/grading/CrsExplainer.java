package health.vigil.grading;

import health.vigil.observation.Component;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells why a grade of CRS is what it is.
record CrsExplainer(
        Policy policy,
        Patient patient,
        FeverRule fever,
        HypotensionRule hypotension,
        HypoxiaRule hypoxia,
        PressureRule pressure,
        Attributions attributions) {
    Explanation explain(CrsState state, CrsComponents components, Grade grade, Instant at) {
        if (state.deaths().any()) {
            return new DeathExplainer(Rule.CRS_DEATH, "CRS").explain(state.deaths(), grade);
        }
        var counted = new ArrayList<Basis>(feverBasis(state, at));
        var leftOut = new ArrayList<Basis>(feverLeftOut(state, at));
        for (var other : others(state, components, at)) {
            if (components.masked() && other.grade() > 0) {
                leftOut.add(gated(other));
            } else {
                counted.add(other);
            }
        }
        leftOut.addAll(attributed(Component.HYPOTENSION, at));
        leftOut.addAll(attributed(Component.HYPOXIA, at));
        leftOut.addAll(stale(state, at));
        leftOut.addAll(new ArtefactExplainer(state.artefacts()).leftOut(at));
        counted.sort(Comparator.comparingInt(Basis::grade).reversed());
        var outlook = new CrsOutlook(policy, fever).of(state, components, at);
        return new Explanation(unknown(components, grade), counted, leftOut, outlook);
    }

    private Optional<String> unknown(CrsComponents components, Grade grade) {
        if (grade != Grade.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(
                components.undecided()
                        ? SyndromeReport.UNDECIDED
                        : "no usable temperature in the last " + Sentences.length(policy.temperatureStaleness()));
    }

    private List<Basis> others(CrsState state, CrsComponents components, Instant at) {
        var others = new ArrayList<Basis>();
        if (attributions.of(Component.HYPOTENSION, at).isEmpty()) {
            others.addAll(new HypotensionExplainer(policy, patient, hypotension, pressure)
                    .basis(state, components.hypotension(), at));
        }
        if (attributions.of(Component.HYPOXIA, at).isEmpty()) {
            others.addAll(new HypoxiaExplainer(policy, patient, hypoxia).basis(state, at));
        }
        return others;
    }

    private static Basis gated(Basis basis) {
        return new Basis(
                basis.component(),
                basis.grade(),
                basis.finding() + "; not counted: no fever of an open course, and no treatment since its onset",
                Rule.CRS_GATE.label(),
                Rule.CRS_GATE.source(),
                basis.observationId(),
                basis.effectiveAt());
    }

    private List<Basis> stale(CrsState state, Instant at) {
        var fevers = new Stale(Component.FEVER, policy.temperatureStaleness(), at);
        var pressures = new Stale(Component.HYPOTENSION, policy.bloodPressureWindow(), at);
        var saturations = new Stale(Component.HYPOXIA, policy.spo2Window(), at);
        return Stream.of(
                        state.temperatures()
                                .newest()
                                .flatMap(reading -> fevers.leftOut(temperature(reading), reading.at(), reading.id())),
                        state.pressures()
                                .newest()
                                .flatMap(reading -> pressures.leftOut(
                                        HypotensionExplainer.pressureOf(reading), reading.at(), reading.id())),
                        state.oxygen()
                                .spo2()
                                .flatMap(reading -> saturations.leftOut(
                                        HypoxiaExplainer.saturation(reading), reading.at(), reading.id())))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Basis> feverBasis(CrsState state, Instant at) {
        var counting = fever.counting(state, at);
        var limit = Sentences.number(policy.feverThreshold());
        if (counting.isPresent()) {
            return List.of(new Reason(Component.FEVER, ConsensusTable.FEVER, Rule.CRS_FEVER)
                    .of(
                            temperature(counting.get()) + " >= " + limit,
                            counting.get().at(),
                            counting.get().id()));
        }
        return state
                .temperatures()
                .newest()
                .filter(reading ->
                        reading.value().compareTo(policy.feverThreshold()) < 0 && !at.isAfter(fever.freshUntil(state)))
                .map(reading -> new Reason(Component.FEVER, 0, Rule.CRS_FEVER)
                        .of(temperature(reading) + " < " + limit, reading.at(), reading.id()))
                .stream()
                .toList();
    }

    private List<Basis> feverLeftOut(CrsState state, Instant at) {
        return fever
                .attributed(state, at)
                .map(reading -> new Reason(Component.FEVER, 0, Rule.CRS_FEVER_ATTRIBUTED)
                        .of(temperature(reading) + " is attributed to: " + cause(reading), reading.at(), reading.id()))
                .stream()
                .toList();
    }

    private String cause(Reading reading) {
        return attributions
                .of(Component.FEVER, reading.at())
                .map(entry -> Attributions.attribution(entry).cause())
                .orElse("another cause");
    }

    private List<Basis> attributed(Component component, Instant at) {
        return attributions.of(component, at).stream()
                .map(entry -> AttributionExplainer.leftOut(component, entry, attributions.endOf(component, at)))
                .toList();
    }

    private static String temperature(Reading reading) {
        return "temperature " + Sentences.number(reading.value()) + " Cel";
    }
}
