package health.vigil.observation;

/// Neurological findings on examination or imaging; each stands until it is recorded as absent.
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
    HEADACHE
}
