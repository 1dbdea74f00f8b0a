package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The components of CRS at an instant, and whether the gate lets hypotension and hypoxia count.
///
/// @param support hypotension or hypoxia with no other cause is being treated: by a vasopressor, a bolus or oxygen
/// @param freshUntil until when the newest usable temperature says that there is no fever
record CrsComponents(
        Judgement fever, Judgement hypotension, Judgement hypoxia, Gate gate, boolean support, Instant freshUntil) {
    /// What counts.
    List<Evidence> counted() {
        var counted = new ArrayList<>(fever.evidence());
        behindTheGate().filter(this::counts).forEach(counted::add);
        return counted;
    }

    /// What the gate keeps out.
    List<Evidence> gated() {
        return behindTheGate()
                .filter(evidence -> !counts(evidence))
                .<Evidence>map(Exclusion.BehindGate::new)
                .toList();
    }

    private Stream<Evidence> behindTheGate() {
        return Stream.of(hypotension, hypoxia).flatMap(component -> component.evidence().stream());
    }

    private boolean counts(Evidence evidence) {
        return gate.open() || evidence.grade() == 0;
    }

    int highest() {
        return gate.open() ? Math.max(fever.grade(), Math.max(hypotension.grade(), hypoxia.grade())) : fever.grade();
    }

    /// Hypotension or hypoxia is there and the gate keeps it out.
    boolean masked() {
        return !gate.open() && (hypotension.present() || hypoxia.present());
    }

    /// It is being treated, too: only a physician can say whether it is CRS.
    boolean undecided() {
        return !gate.open() && support;
    }

    /// The last instant that a component that counts is present.
    Instant countedUntil() {
        return Windows.later(fever.presentUntil(), Windows.later(counted(hypotension), counted(hypoxia)));
    }

    private Instant counted(Judgement component) {
        return Windows.earlier(component.presentUntil(), gate.openUntil());
    }

    Instant nextChange() {
        var gateChange = gate.open() ? Windows.justAfter(gate.openUntil()) : Instant.MAX;
        var components = Windows.earlier(hypotension.nextChange(), hypoxia.nextChange());
        return Windows.earlier(gateChange, Windows.earlier(fever.nextChange(), components));
    }
}
