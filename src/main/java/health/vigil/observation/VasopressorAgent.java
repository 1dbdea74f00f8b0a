package health.vigil.observation;

import java.util.List;

/// Agents that support the circulation.
public enum VasopressorAgent implements Word {
    NOREPINEPHRINE(Role.VASOPRESSOR, "noradrenaline"),
    EPINEPHRINE(Role.VASOPRESSOR, "adrenaline"),
    PHENYLEPHRINE(Role.VASOPRESSOR),
    DOPAMINE(Role.VASOPRESSOR),
    ANGIOTENSIN_II(Role.VASOPRESSOR),
    METARAMINOL(Role.VASOPRESSOR),
    EPHEDRINE(Role.VASOPRESSOR),
    VASOPRESSIN(Role.VASOPRESSIN),
    TERLIPRESSIN(Role.VASOPRESSIN),
    DOBUTAMINE(Role.INOTROPE),
    MILRINONE(Role.INOTROPE),
    LEVOSIMENDAN(Role.INOTROPE),
    MIDODRINE(Role.NOT_COUNTED),
    METHYLENE_BLUE(Role.NOT_COUNTED),
    HYDROXOCOBALAMIN(Role.NOT_COUNTED),
    /// Another agent, named by the sender.
    OTHER(Role.NOT_KNOWN);

    /// How an agent counts in the ASTCT table.
    public enum Role {
        /// Two of these count as multiple vasopressors.
        VASOPRESSOR,
        /// A vasopressor, but never one of multiple ones.
        VASOPRESSIN,
        /// Not in the list: counts as a vasopressor, but never as one of multiple ones.
        NOT_KNOWN,
        /// Raises the heart's output, not the tone of the vessels.
        INOTROPE,
        /// Shown, but does not count as a vasopressor.
        NOT_COUNTED
    }

    private final Role role;
    // The list is copied on construction.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> synonyms;

    VasopressorAgent(Role role, String... synonyms) {
        this.role = role;
        this.synonyms = List.of(synonyms);
    }

    public Role role() {
        return role;
    }

    /// Whether it is a vasopressor in the sense of the ASTCT table.
    public boolean vasopressor() {
        return switch (role) {
            case VASOPRESSOR, VASOPRESSIN, NOT_KNOWN -> true;
            case INOTROPE, NOT_COUNTED -> false;
        };
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }
}
