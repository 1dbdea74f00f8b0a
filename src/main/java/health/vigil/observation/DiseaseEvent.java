package health.vigil.observation;

/// An event of the treated disease, or a therapy after the infusion.
public record DiseaseEvent(What what) implements Content {
    public enum What implements Word {
        PROGRESSION,
        NEXT_THERAPY,
        STEM_CELL_BOOST
    }
}
