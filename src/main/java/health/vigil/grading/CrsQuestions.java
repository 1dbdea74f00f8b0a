package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the records that the flags of CRS ask people about.
record CrsQuestions(Policy policy, HypotensionRule hypotension, HypoxiaRule hypoxia) {
    List<Unconfirmed> of(CrsState state, Set<Flag> up, Instant at) {
        var asked = new ArrayList<Unconfirmed>();
        if (up.contains(Flag.CONFIRM_OXYGEN)) {
            support(Unconfirmed.Subject.OXYGEN, state.oxygen().chartedAt()).ifPresent(asked::add);
        }
        if (up.contains(Flag.CONFIRM_VASOPRESSOR)) {
            support(Unconfirmed.Subject.VASOPRESSOR, state.infusions().oldestRecord())
                    .ifPresent(asked::add);
        }
        if (up.contains(Flag.SINGLE_READING)) {
            asked.addAll(readings(state, at));
        }
        return asked;
    }

    private Optional<Unconfirmed> support(Unconfirmed.Subject subject, Optional<Instant> recorded) {
        return recorded.map(at -> new Unconfirmed(subject, at, at.plus(policy.supportConfirmation())));
    }

    private List<Unconfirmed> readings(CrsState state, Instant at) {
        var asked = new ArrayList<Unconfirmed>();
        if (hypotension.judge(state, at).present()) {
            hypotension
                    .lowPressure(state, at)
                    .map(reading -> reading(Unconfirmed.Subject.BLOOD_PRESSURE, reading.at()))
                    .ifPresent(asked::add);
        }
        if (hypoxia.judge(state, at).present()) {
            hypoxia.lowSpo2(state.oxygen(), at)
                    .map(reading -> reading(Unconfirmed.Subject.SPO2, reading.at()))
                    .ifPresent(asked::add);
        }
        return asked;
    }

    private static Unconfirmed reading(Unconfirmed.Subject subject, Instant at) {
        return new Unconfirmed(subject, at, at);
    }
}
