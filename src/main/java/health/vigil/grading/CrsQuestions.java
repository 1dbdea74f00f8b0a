package health.vigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the records that the flags of CRS ask people about.
record CrsQuestions(Policy policy, HypotensionRule hypotension, HypoxiaRule hypoxia) {
    List<UnconfirmedRecord> of(CrsState state, Set<Flag> up, Instant at) {
        var asked = new ArrayList<UnconfirmedRecord>();
        if (up.contains(Flag.CONFIRM_OXYGEN)) {
            support(UnconfirmedRecord.RecordKind.OXYGEN, state.oxygen().chartedAt())
                    .ifPresent(asked::add);
        }
        if (up.contains(Flag.CONFIRM_VASOPRESSOR)) {
            support(UnconfirmedRecord.RecordKind.VASOPRESSOR, state.infusions().oldestRecord())
                    .ifPresent(asked::add);
        }
        if (up.contains(Flag.SINGLE_READING)) {
            asked.addAll(readings(state, at));
        }
        return asked;
    }

    private Optional<UnconfirmedRecord> support(UnconfirmedRecord.RecordKind kind, Optional<Instant> recorded) {
        return recorded.map(at -> new UnconfirmedRecord(kind, at, at.plus(policy.supportConfirmation())));
    }

    private List<UnconfirmedRecord> readings(CrsState state, Instant at) {
        var asked = new ArrayList<UnconfirmedRecord>();
        if (hypotension.judge(state, at).present()) {
            hypotension
                    .lowPressure(state, at)
                    .or(() -> hypotension.lowAtHome(state, at))
                    .map(reading -> reading(UnconfirmedRecord.RecordKind.BLOOD_PRESSURE, reading.at()))
                    .ifPresent(asked::add);
        }
        if (hypoxia.judge(state, at).present()) {
            hypoxia.lowSpo2(state.oxygen(), at)
                    .or(() -> hypoxia.lowAtHome(state, at))
                    .map(reading -> reading(UnconfirmedRecord.RecordKind.SPO2, reading.at()))
                    .ifPresent(asked::add);
        }
        return asked;
    }

    private static UnconfirmedRecord reading(UnconfirmedRecord.RecordKind kind, Instant at) {
        return new UnconfirmedRecord(kind, at, at);
    }
}
