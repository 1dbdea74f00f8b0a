package health.vigil.grading;

import health.vigil.observation.Component;

/// What needs a person's eye beside the grade; it never changes one.
public enum Flag {
    /// Hypotension or hypoxia without fever in a patient who was not treated: not gradable as CRS, to be reviewed.
    POSSIBLE_MASKED_CRS("possible-masked-crs"),
    /// SpO2 is low and no oxygen device was charted.
    HYPOXIA_DEVICE_NOT_CHARTED("hypoxia-device-not-charted"),
    VASOPRESSIN_ONLY("vasopressin-only"),
    INOTROPE_NOT_COUNTED("inotrope-not-counted"),
    /// CRS began more than 14 days after the infusion.
    LATE_ONSET("late-onset"),
    FEVER_WITHIN_6H_OF_INFUSION("fever-within-6h-of-infusion"),
    TEMPERATURE_STALE("temperature-stale"),
    ICE_OVERDUE("ice-overdue"),
    CAPD_OVERDUE("capd-overdue"),
    CAPD_AT_BASELINE("capd-at-baseline"),
    /// Urgent, and no part of ICANS.
    INTRACRANIAL_HAEMORRHAGE("intracranial-haemorrhage"),
    /// A seizure of 5 minutes or more.
    STATUS_EPILEPTICUS("status-epilepticus"),
    /// Tremor, myoclonus, headache or a change of handwriting.
    EARLY_SIGN("early-sign"),
    ATTRIBUTED_FEVER("attributed:fever"),
    ATTRIBUTED_HYPOTENSION("attributed:hypotension"),
    ATTRIBUTED_HYPOXIA("attributed:hypoxia"),
    ATTRIBUTED_ICE("attributed:ice"),
    ATTRIBUTED_CAPD("attributed:capd"),
    ATTRIBUTED_CONSCIOUSNESS("attributed:consciousness"),
    ATTRIBUTED_SEIZURE("attributed:seizure"),
    ATTRIBUTED_FOCAL_OEDEMA("attributed:focal-oedema"),
    ATTRIBUTED_DIFFUSE_OEDEMA("attributed:diffuse-oedema"),
    ATTRIBUTED_PAPILLOEDEMA("attributed:papilloedema"),
    ATTRIBUTED_POSTURING("attributed:posturing"),
    ATTRIBUTED_SIXTH_NERVE_PALSY("attributed:sixth-nerve-palsy"),
    ATTRIBUTED_CUSHING_TRIAD("attributed:cushing-triad"),
    ATTRIBUTED_DEEP_FOCAL_WEAKNESS("attributed:deep-focal-weakness"),
    ATTRIBUTED_INTRACRANIAL_HAEMORRHAGE("attributed:intracranial-haemorrhage"),
    ATTRIBUTED_MYOCLONUS("attributed:myoclonus"),
    ATTRIBUTED_HEADACHE("attributed:headache");

    private final String word;

    Flag(String word) {
        this.word = word;
    }

    /// The flag as clients read it.
    public String word() {
        return word;
    }

    static Flag attributed(Component component) {
        return valueOf("ATTRIBUTED_" + component.name());
    }
}
