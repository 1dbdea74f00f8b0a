package health.vigil.grading;

import health.vigil.observation.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// What of CRS needs a person's eye.
record CrsFlags(Patient patient, FeverRule fever, HypoxiaRule hypoxia, Attributions attributions) {
    private static final Duration LATE = Duration.ofDays(14);
    private static final Duration EARLY = Duration.ofHours(6);

    Set<Flag> at(CrsState state, CrsComponents components, Instant at) {
        var up = EnumSet.noneOf(Flag.class);
        raise(up, Flag.POSSIBLE_MASKED_CRS, components.masked());
        raise(up, Flag.HYPOXIA_DEVICE_NOT_CHARTED, deviceNotCharted(state, components, at));
        raise(up, Flag.VASOPRESSIN_ONLY, state.infusions().vasopressinOnly());
        raise(up, Flag.INOTROPE_NOT_COUNTED, state.infusions().anyInotrope());
        raise(up, Flag.TEMPERATURE_STALE, at.isAfter(fever.freshUntil(state)));
        state.course().onset().ifPresent(onset -> raiseByOnset(up, Duration.between(patient.infusedAt(), onset)));
        raise(
                up,
                Flag.ATTRIBUTED_FEVER,
                attributed(Component.FEVER, at) || fever.attributed(state, at).isPresent());
        raise(up, Flag.ATTRIBUTED_HYPOTENSION, attributed(Component.HYPOTENSION, at));
        raise(up, Flag.ATTRIBUTED_HYPOXIA, attributed(Component.HYPOXIA, at));
        return up;
    }

    private boolean deviceNotCharted(CrsState state, CrsComponents components, Instant at) {
        return components.hypoxia().grade() == ConsensusTable.HYPOXIA_ON_ROOM_AIR
                && state.oxygen().device().filter(device -> device.grade() > 0).isEmpty()
                && hypoxia.lowSpo2(state.oxygen(), at).isPresent();
    }

    private boolean attributed(Component component, Instant at) {
        return attributions.of(component, at).isPresent();
    }

    private static void raiseByOnset(Set<Flag> up, Duration sinceInfusion) {
        raise(up, Flag.LATE_ONSET, sinceInfusion.compareTo(LATE) > 0);
        raise(up, Flag.FEVER_WITHIN_6H_OF_INFUSION, sinceInfusion.compareTo(EARLY) <= 0);
    }

    private static void raise(Set<Flag> up, Flag flag, boolean raised) {
        if (raised) {
            up.add(flag);
        }
    }
}
