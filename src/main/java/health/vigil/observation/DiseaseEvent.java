package health.vigil.observation;

/// What happened to the disease that is treated, or a therapy after the infusion.
public record DiseaseEvent(What what) implements Content {
    /// What happened.
    public enum What implements Word {
        PROGRESSION,
        NEXT_THERAPY,
        STEM_CELL_BOOST
    }
}
