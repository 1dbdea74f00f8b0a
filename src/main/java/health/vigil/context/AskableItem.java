package health.vigil.context;

import health.vigil.observation.Analyte;
import health.vigil.observation.Word;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// The items that a row of the hospital's protocol may ask about, with the words of their bands. Items that are
/// only numbers or dates have none.
public enum AskableItem implements Word {
    IEC_HS(IecHs::withoutLeastGrade, true, "none", "ferritin-only", "features", "pattern"),
    ICAHT_EARLY(EarlyNeutropenia::of, true),
    ICAHT_LATE(LateNeutropenia::of, true),
    ICAHT_PLATELETS_EARLY(LowPlatelets::early, true),
    ICAHT_PLATELETS_LATE(LowPlatelets::late, true),
    CAR_HEMATOTOX(CarHematotox::of, false, "low", "high"),
    HSCORE(HScore::of, false, "up to 169", "above 169"),
    CTCAE_NEUTROPHILS(Analyte.NEUTROPHILS),
    CTCAE_PLATELETS(Analyte.PLATELETS),
    CTCAE_WBC(Analyte.WBC),
    CTCAE_LYMPHOCYTES(Analyte.LYMPHOCYTES),
    CTCAE_HAEMOGLOBIN(Analyte.HAEMOGLOBIN),
    CTCAE_ALT(Analyte.ALT),
    CTCAE_AST(Analyte.AST),
    CTCAE_BILIRUBIN(Analyte.BILIRUBIN),
    CTCAE_CREATININE(Analyte.CREATININE),
    CTCAE_FIBRINOGEN(Analyte.FIBRINOGEN),
    FEBRILE_NEUTROPENIA(FebrileNeutropenia::of, false),
    LATE_NEURO(LateNeuro::of, false, "none", "notes", "signs");

    // Pure functions.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<PatientState, ContextItem> rule;

    private final boolean graded;

    // The list is copied on construction.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> bands;

    AskableItem(Analyte analyte) {
        this(patient -> LaboratoryGrade.of(patient, analyte), true);
    }

    AskableItem(Function<PatientState, ContextItem> rule, boolean graded, String... bands) {
        this.rule = rule;
        this.graded = graded;
        this.bands = List.of(bands);
    }

    /// Whether the item has a grade.
    public boolean graded() {
        return graded;
    }

    /// The bands from the lowest to the highest; empty if the item has none.
    public List<String> bands() {
        return bands;
    }

    /// Whether the item is a fact that holds or does not.
    public boolean fact() {
        return !graded && bands.isEmpty();
    }

    /// Whether the hospital shows the item.
    public boolean shown(ContextPolicy policy) {
        return this != HSCORE || policy.hscore();
    }

    /// The item at a time that is not after that of the situation.
    public ContextItem at(Instant time, Situation situation) {
        return rule.apply(PatientState.of(situation.earlier(time)));
    }
}
