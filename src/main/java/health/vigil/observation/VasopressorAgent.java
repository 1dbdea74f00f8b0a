package health.vigil.observation;

import java.util.List;

/// Agents that support the circulation.
public enum VasopressorAgent implements Word {
    NOREPINEPHRINE(AgentClass.VASOPRESSOR, "noradrenaline"),
    EPINEPHRINE(AgentClass.VASOPRESSOR, "adrenaline"),
    PHENYLEPHRINE(AgentClass.VASOPRESSOR),
    DOPAMINE(AgentClass.VASOPRESSOR),
    ANGIOTENSIN_II(AgentClass.VASOPRESSOR),
    METARAMINOL(AgentClass.VASOPRESSOR),
    EPHEDRINE(AgentClass.VASOPRESSOR),
    VASOPRESSIN(AgentClass.VASOPRESSIN),
    TERLIPRESSIN(AgentClass.VASOPRESSIN),
    DOBUTAMINE(AgentClass.INOTROPE),
    MILRINONE(AgentClass.INOTROPE),
    LEVOSIMENDAN(AgentClass.INOTROPE),
    MIDODRINE(AgentClass.NOT_COUNTED),
    METHYLENE_BLUE(AgentClass.NOT_COUNTED),
    HYDROXOCOBALAMIN(AgentClass.NOT_COUNTED),
    /// Another agent, named by the sender.
    OTHER(AgentClass.NOT_KNOWN);

    /// How an agent counts in the ASTCT table.
    public enum AgentClass {
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

    private final AgentClass agentClass;
    // The list is copied on construction.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> synonyms;

    VasopressorAgent(AgentClass agentClass, String... synonyms) {
        this.agentClass = agentClass;
        this.synonyms = List.of(synonyms);
    }

    public AgentClass agentClass() {
        return agentClass;
    }

    /// Whether it is a vasopressor in the sense of the ASTCT table.
    public boolean vasopressor() {
        return switch (agentClass) {
            case VASOPRESSOR, VASOPRESSIN, NOT_KNOWN -> true;
            case INOTROPE, NOT_COUNTED -> false;
        };
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }
}
