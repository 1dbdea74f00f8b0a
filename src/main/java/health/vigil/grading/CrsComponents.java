package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The components of CRS at an instant, and the gate, which decides whether hypotension and hypoxia count.
///
/// @param support whether hypotension or hypoxia without another cause is treated: by a vasopressor, a bolus or
///     oxygen
/// @param freshUntil until when the newest usable temperature shows that there is no fever
record CrsComponents(
        Judgement fever, Judgement hypotension, Judgement hypoxia, Gate gate, boolean support, Instant freshUntil) {
    /// The evidence that counts.
    List<Evidence> counted() {
        var counted = new ArrayList<>(fever.evidence());
        behindTheGate().filter(this::counts).forEach(counted::add);
        return counted;
    }

    /// The evidence that the gate keeps out.
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

    /// Whether hypotension or hypoxia is present but the gate keeps it out.
    boolean masked() {
        return !gate.open() && (hypotension.present() || hypoxia.present());
    }

    /// Whether it is also treated, so that only a physician can say whether it is CRS.
    boolean undecided() {
        return !gate.open() && support;
    }

    /// The last instant at which a counted component is present.
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
