package health.vigil.observation;

/// What a clinician can attribute to another cause: a component of CRS, a domain of ICANS, or a finding.
public enum Component implements Word {
    FEVER,
    HYPOTENSION,
    HYPOXIA,
    ICE,
    CAPD,
    CONSCIOUSNESS,
    SEIZURE,
    FOCAL_OEDEMA,
    DIFFUSE_OEDEMA,
    PAPILLOEDEMA,
    POSTURING,
    SIXTH_NERVE_PALSY,
    CUSHING_TRIAD,
    DEEP_FOCAL_WEAKNESS,
    INTRACRANIAL_HAEMORRHAGE,
    MYOCLONUS,
    HEADACHE,
    APHASIA,
    FACIAL_PALSY,
    OTHER_CRANIAL_NEUROPATHY,
    BRADYKINESIA,
    RIGIDITY,
    REST_TREMOR,
    GAIT_CHANGE,
    MICROGRAPHIA,
    PERSONALITY_CHANGE,
    MEMORY_CHANGE,
    LIMB_WEAKNESS_PERIPHERAL,
    HAEMOPHAGOCYTOSIS,
    SPLENOMEGALY;

    /// The component of a finding.
    public static Component of(Finding finding) {
        return finding.component();
    }

    /// The component of a tool's score.
    public static Component of(Tool tool) {
        return tool.component();
    }
}
