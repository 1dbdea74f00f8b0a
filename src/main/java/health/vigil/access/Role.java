package health.vigil.access;

import health.vigil.observation.Kind;
import health.vigil.observation.Word;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The role of a person or a machine, which decides what kinds of observation they may enter.
///
/// [Roles] has the same words for `@RolesAllowed`.
public enum Role implements Word {
    DEVICE,
    NURSE,
    PHYSICIAN,
    DASHBOARD,
    INTEGRATION,
    ADMIN,
    /// Exports what registries and trials ask about its wards, and enters nothing.
    REGISTRY,
    /// Keeps the journeys before the infusion, and enters nothing clinical.
    COORDINATOR,
    /// A patient at home, who enters their own readings and reads only what is due and when to call.
    PATIENT,
    /// Who cares for one patient at home: enters that patient's readings and answers, and reads the same.
    CAREGIVER;

    /// An administrator sees no patients.
    private static final List<Role> ENTERING_NOTHING = List.of(ADMIN, DASHBOARD, COORDINATOR, REGISTRY);

    /// Whether this role may enter an observation of this kind. A retraction also needs the right to enter
    /// the kind of its target, which the caller must check.
    public boolean mayEnter(Kind kind) {
        return switch (kind) {
            case VITAL_SIGNS -> this == DEVICE || worksAtTheBedside() || entersFromHome();
            case OXYGEN_THERAPY, RETRACTION -> this == DEVICE || worksAtTheBedside();
            case HOME_CHECK -> worksAtTheBedside() || this == CAREGIVER;
            case ATTRIBUTION, CRS_COURSE, SYNDROME_ASSESSMENT, GRADE_CONFIRMATION, DEATH ->
                this == PHYSICIAN || this == INTEGRATION;
            case VASOPRESSOR, FLUID_BOLUS, MEDICATION, NEURO_CHECK, SEIZURE, NEURO_FINDING, LAB_RESULT ->
                worksAtTheBedside();
            case TRANSFUSION, CULTURE, DISEASE_EVENT, WEIGHT -> worksAtTheBedside();
        };
    }

    /// Whether only a physician may enter it.
    public static boolean isPhysicians(Kind kind) {
        return !NURSE.mayEnter(kind);
    }

    /// Whether it is a person, who is responsible for entries, and not a machine.
    public boolean isAPerson() {
        return this == NURSE || this == PHYSICIAN;
    }

    /// Whether it enters for one patient only, from home.
    public boolean entersFromHome() {
        return this == PATIENT || this == CAREGIVER;
    }

    /// Whether it can renew a session of the pages. Who is at home signs in anew, and a machine has a token.
    public boolean renewsSessions() {
        return this != DEVICE && this != INTEGRATION && !entersFromHome();
    }

    private boolean worksAtTheBedside() {
        return this == NURSE || this == PHYSICIAN || this == INTEGRATION;
    }

    /// The role that may enter the most. Their rights are nested. Of those that enter nothing the one of this
    /// list that comes last: the rights of these differ, and one of them must be chosen whatever the order in a
    /// token is. A role at home is the weakest: who works for the hospital keeps the rights of that work.
    public static Optional<Role> strongest(Stream<Role> several) {
        return several.max(Comparator.comparing((Role role) -> !role.entersFromHome())
                .thenComparingLong(Role::entered)
                .thenComparingInt(ENTERING_NOTHING::indexOf));
    }

    private long entered() {
        return Arrays.stream(Kind.values()).filter(this::mayEnter).count();
    }
}
