package health.vigil.journey;

import health.vigil.observation.Word;

/// A sign of a reaction to the infusion.
public enum InfusionReactionSign implements Word {
    NONE,
    FEVER,
    RASH,
    HYPOTENSION,
    HYPOXIA,
    DMSO,
    OTHER
}
