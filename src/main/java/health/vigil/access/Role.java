package health.vigil.access;

import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person or a machine is to the ward, and which kinds of observation they may therefore enter.
///
/// [Roles] has the same words for `@RolesAllowed`.
public enum Role implements Word {
    DEVICE,
    NURSE,
    PHYSICIAN,
    DASHBOARD,
    INTEGRATION,
    ADMIN;

    /// Whether this role may enter an observation of this kind. A retraction also needs the right to enter its target:
    /// ask again with the target's kind.
    public boolean mayEnter(Kind kind) {
        return switch (kind) {
            case VITAL_SIGNS, OXYGEN_THERAPY, RETRACTION -> this == DEVICE || worksAtTheBedside();
            case ATTRIBUTION, CRS_COURSE, SYNDROME_ASSESSMENT, DEATH -> this == PHYSICIAN || this == INTEGRATION;
            case VASOPRESSOR, FLUID_BOLUS, MEDICATION, NEURO_CHECK, SEIZURE, NEURO_FINDING, LAB_RESULT ->
                worksAtTheBedside();
            case TRANSFUSION, CULTURE, DISEASE_EVENT, WEIGHT -> worksAtTheBedside();
        };
    }

    /// Whether it is a physician's word: no other person may enter it.
    public static boolean isPhysicians(Kind kind) {
        return !NURSE.mayEnter(kind);
    }

    /// Whoever answers for what is entered; machines only pass it on.
    public boolean isAPerson() {
        return this == NURSE || this == PHYSICIAN;
    }

    private boolean worksAtTheBedside() {
        return this == NURSE || this == PHYSICIAN || this == INTEGRATION;
    }

    /// The one that may enter the most, of several: what it may enter contains what the others may.
    public static Optional<Role> strongest(Stream<Role> several) {
        return several.max(Comparator.comparingLong(Role::entered));
    }

    private long entered() {
        return Arrays.stream(Kind.values()).filter(this::mayEnter).count();
    }
}
