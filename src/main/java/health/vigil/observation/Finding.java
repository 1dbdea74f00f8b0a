package health.vigil.observation;

/// Findings on examination or imaging; each stands until it is recorded as absent.
public enum Finding implements Word {
    FOCAL_OEDEMA(Component.FOCAL_OEDEMA),
    DIFFUSE_OEDEMA(Component.DIFFUSE_OEDEMA),
    PAPILLOEDEMA(Component.PAPILLOEDEMA),
    POSTURING(Component.POSTURING),
    SIXTH_NERVE_PALSY(Component.SIXTH_NERVE_PALSY),
    CUSHING_TRIAD(Component.CUSHING_TRIAD),
    DEEP_FOCAL_WEAKNESS(Component.DEEP_FOCAL_WEAKNESS),
    INTRACRANIAL_HAEMORRHAGE(Component.INTRACRANIAL_HAEMORRHAGE),
    MYOCLONUS(Component.MYOCLONUS),
    HEADACHE(Component.HEADACHE),
    APHASIA(Component.APHASIA),
    FACIAL_PALSY(Component.FACIAL_PALSY),
    OTHER_CRANIAL_NEUROPATHY(Component.OTHER_CRANIAL_NEUROPATHY),
    BRADYKINESIA(Component.BRADYKINESIA),
    RIGIDITY(Component.RIGIDITY),
    REST_TREMOR(Component.REST_TREMOR),
    GAIT_CHANGE(Component.GAIT_CHANGE),
    MICROGRAPHIA(Component.MICROGRAPHIA),
    PERSONALITY_CHANGE(Component.PERSONALITY_CHANGE),
    MEMORY_CHANGE(Component.MEMORY_CHANGE),
    LIMB_WEAKNESS_PERIPHERAL(Component.LIMB_WEAKNESS_PERIPHERAL),
    HAEMOPHAGOCYTOSIS(Component.HAEMOPHAGOCYTOSIS),
    SPLENOMEGALY(Component.SPLENOMEGALY);

    private final Component component;

    Finding(Component component) {
        this.component = component;
    }

    Component component() {
        return component;
    }
}
