package health.vigil.journey;

import health.vigil.observation.Word;

/// What an entry of a journey contains.
public enum EntryKind implements Word {
    /// Changed facts.
    FACTS,
    STATE,
    CUSTODY,
    IDENTITY,
    READINESS,
    OVERRIDE,
    INFUSION
}
