package health.vigil.observation;

/// The drugs that the service tells apart, by their INN.
public enum Drug implements Word {
    TOCILIZUMAB(Effect.ANTI_CYTOKINE),
    SILTUXIMAB(Effect.ANTI_CYTOKINE),
    ANAKINRA(Effect.ANTI_CYTOKINE),
    RUXOLITINIB(Effect.ANTI_CYTOKINE),
    DEXAMETHASONE(Effect.ANTI_CYTOKINE),
    METHYLPREDNISOLONE(Effect.ANTI_CYTOKINE),
    HYDROCORTISONE(Effect.ANTI_CYTOKINE),
    PREDNISONE(Effect.ANTI_CYTOKINE),
    ACETAMINOPHEN(Effect.ANTIPYRETIC),
    IBUPROFEN(Effect.ANTIPYRETIC),
    METAMIZOLE(Effect.ANTIPYRETIC),
    LEVETIRACETAM(Effect.NONE),
    LORAZEPAM(Effect.NONE),
    OTHER(Effect.NONE);

    /// What a drug does to the signs of CRS.
    public enum Effect {
        /// Treats the syndrome itself, steroids included.
        ANTI_CYTOKINE,
        /// Hides fever.
        ANTIPYRETIC,
        NONE
    }

    private final Effect effect;

    Drug(Effect effect) {
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }
}
