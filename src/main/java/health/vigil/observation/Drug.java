package health.vigil.observation;

import java.util.List;

/// The drugs that the service distinguishes.
public enum Drug implements Word {
    TOCILIZUMAB(Effect.ANTI_CYTOKINE),
    SILTUXIMAB(Effect.ANTI_CYTOKINE),
    SARILUMAB(Effect.ANTI_CYTOKINE),
    ANAKINRA(Effect.ANTI_CYTOKINE),
    EMAPALUMAB(Effect.ANTI_CYTOKINE),
    RUXOLITINIB(Effect.ANTI_CYTOKINE),
    ITACITINIB(Effect.ANTI_CYTOKINE),
    DEXAMETHASONE(Effect.ANTI_CYTOKINE),
    METHYLPREDNISOLONE(Effect.ANTI_CYTOKINE),
    HYDROCORTISONE(Effect.ANTI_CYTOKINE),
    PREDNISONE(Effect.ANTI_CYTOKINE),
    PREDNISOLONE(Effect.ANTI_CYTOKINE),
    ACETAMINOPHEN(Effect.ANTIPYRETIC, "paracetamol"),
    IBUPROFEN(Effect.ANTIPYRETIC),
    METAMIZOLE(Effect.ANTIPYRETIC),
    ASPIRIN(Effect.ANTIPYRETIC),
    NAPROXEN(Effect.ANTIPYRETIC),
    DICLOFENAC(Effect.ANTIPYRETIC),
    LEVETIRACETAM(Effect.NONE),
    LORAZEPAM(Effect.NONE),
    ETOPOSIDE(Effect.NONE),
    CYCLOPHOSPHAMIDE(Effect.NONE),
    FLUDARABINE(Effect.NONE),
    FILGRASTIM(Effect.NONE),
    IMMUNOGLOBULIN(Effect.NONE),
    /// Another drug; the sender may name it.
    OTHER(Effect.NONE);

    /// The effect of a drug on the signs of CRS.
    public enum Effect {
        /// Treats the syndrome itself; includes steroids.
        ANTI_CYTOKINE,
        /// Masks fever.
        ANTIPYRETIC,
        NONE
    }

    private final Effect effect;
    // The list is copied on construction.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> synonyms;

    Drug(Effect effect, String... synonyms) {
        this.effect = effect;
        this.synonyms = List.of(synonyms);
    }

    public Effect effect() {
        return effect;
    }

    @Override
    public List<String> synonyms() {
        return synonyms;
    }
}
