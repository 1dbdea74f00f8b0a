package health.vigil.observation;

/// Findings on examination or imaging; each stands until it is recorded as absent.
public enum Finding implements Word {
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
    SPLENOMEGALY
}
