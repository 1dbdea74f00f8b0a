package health.vigil.grading;

import health.vigil.observation.Component;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// A remark beside the grade that a person should look at. It never changes the grade.
public enum Flag {
    /// Hypotension or hypoxia is present, but neither a fever nor a treatment of the course lets it count.
    POSSIBLE_MASKED_CRS("possible-masked-crs"),
    /// SpO2 is low on oxygen that is not for hypoxia, or that is not more than at home.
    HYPOXIA_DESPITE_OXYGEN("hypoxia-despite-oxygen"),
    /// SpO2 is low on oxygen for hypoxia.
    HYPOXIA_NOT_CORRECTED("hypoxia-not-corrected"),
    /// SpO2 is low on room air.
    HYPOXIA_ON_ROOM_AIR("hypoxia-on-room-air"),
    /// SpO2 is low and no oxygen device is charted.
    HYPOXIA_DEVICE_NOT_CHARTED("hypoxia-device-not-charted"),
    /// A cannula for hypoxia whose flow is not known.
    FLOW_NOT_CHARTED("flow-not-charted"),
    /// Oxygen without a reason, which counts as for hypoxia.
    REASON_NOT_CHARTED("reason-not-charted"),
    /// A device that the table does not name, graded as a mask.
    DEVICE_BY_ANALOGY("device-by-analogy"),
    /// A device outside the list.
    DEVICE_NOT_KNOWN("device-not-known"),
    /// Oxygen runs, and it was not charted for the support confirmation time.
    CONFIRM_OXYGEN("confirm-oxygen"),
    /// An infusion of a vasopressor runs, and it was not charted for that time.
    CONFIRM_VASOPRESSOR("confirm-vasopressor"),
    VASOPRESSIN_ONLY("vasopressin-only"),
    INOTROPE_NOT_COUNTED("inotrope-not-counted"),
    /// An agent runs that raises the pressure but is no vasopressor in the table.
    AGENT_NOT_COUNTED("agent-not-counted"),
    /// An agent outside the list runs. It counts as a vasopressor.
    AGENT_NOT_KNOWN("agent-not-known"),
    /// Grade 2 rests on one reading that nothing else confirms.
    SINGLE_READING("single-reading"),
    /// The values of the newest blood pressure contradict each other.
    PRESSURE_ARTEFACT("pressure-artefact"),
    /// CRS began more than 14 days after the infusion.
    LATE_ONSET("late-onset"),
    FEVER_WITHIN_6H_OF_INFUSION("fever-within-6h-of-infusion"),
    TEMPERATURE_STALE("temperature-stale"),
    ICE_OVERDUE("ice-overdue"),
    CAPD_OVERDUE("capd-overdue"),
    /// An ICE under 10 that is not lower than the baseline.
    ICE_AT_BASELINE("ice-at-baseline"),
    CAPD_AT_BASELINE("capd-at-baseline"),
    /// An ICE with items left out.
    ICE_PARTIAL("ice-partial"),
    /// Urgent, but not part of ICANS.
    INTRACRANIAL_HAEMORRHAGE("intracranial-haemorrhage"),
    /// A seizure of 5 minutes or more, or seizures without return to baseline between them.
    STATUS_EPILEPTICUS("status-epilepticus"),
    /// A short seizure without return to baseline.
    POST_ICTAL("post-ictal"),
    /// A seizure whose duration was not charted. It counts as not longer than 5 minutes.
    SEIZURE_LENGTH_NOT_KNOWN("seizure-length-not-known"),
    /// Tremor, myoclonus, headache, a change of handwriting, or what a caregiver reported.
    EARLY_SIGN("early-sign"),
    /// A palsy of the face or of another cranial nerve than the sixth.
    NON_ICANS_NEUROTOXICITY("non-icans-neurotoxicity"),
    /// An attribution of fever, hypotension or hypoxia ended while the component counts.
    ATTRIBUTION_ENDED("attribution-ended"),
    ATTRIBUTED_FEVER(Component.FEVER),
    ATTRIBUTED_HYPOTENSION(Component.HYPOTENSION),
    ATTRIBUTED_HYPOXIA(Component.HYPOXIA),
    ATTRIBUTED_ICE(Component.ICE),
    ATTRIBUTED_CAPD(Component.CAPD),
    ATTRIBUTED_CONSCIOUSNESS(Component.CONSCIOUSNESS),
    ATTRIBUTED_SEIZURE(Component.SEIZURE),
    ATTRIBUTED_FOCAL_OEDEMA(Component.FOCAL_OEDEMA),
    ATTRIBUTED_DIFFUSE_OEDEMA(Component.DIFFUSE_OEDEMA),
    ATTRIBUTED_PAPILLOEDEMA(Component.PAPILLOEDEMA),
    ATTRIBUTED_POSTURING(Component.POSTURING),
    ATTRIBUTED_SIXTH_NERVE_PALSY(Component.SIXTH_NERVE_PALSY),
    ATTRIBUTED_CUSHING_TRIAD(Component.CUSHING_TRIAD),
    ATTRIBUTED_DEEP_FOCAL_WEAKNESS(Component.DEEP_FOCAL_WEAKNESS),
    ATTRIBUTED_INTRACRANIAL_HAEMORRHAGE(Component.INTRACRANIAL_HAEMORRHAGE),
    ATTRIBUTED_MYOCLONUS(Component.MYOCLONUS),
    ATTRIBUTED_HEADACHE(Component.HEADACHE),
    ATTRIBUTED_APHASIA(Component.APHASIA),
    ATTRIBUTED_FACIAL_PALSY(Component.FACIAL_PALSY),
    ATTRIBUTED_OTHER_CRANIAL_NEUROPATHY(Component.OTHER_CRANIAL_NEUROPATHY),
    ATTRIBUTED_BRADYKINESIA(Component.BRADYKINESIA),
    ATTRIBUTED_RIGIDITY(Component.RIGIDITY),
    ATTRIBUTED_REST_TREMOR(Component.REST_TREMOR),
    ATTRIBUTED_GAIT_CHANGE(Component.GAIT_CHANGE),
    ATTRIBUTED_MICROGRAPHIA(Component.MICROGRAPHIA),
    ATTRIBUTED_PERSONALITY_CHANGE(Component.PERSONALITY_CHANGE),
    ATTRIBUTED_MEMORY_CHANGE(Component.MEMORY_CHANGE),
    ATTRIBUTED_LIMB_WEAKNESS_PERIPHERAL(Component.LIMB_WEAKNESS_PERIPHERAL),
    ATTRIBUTED_HAEMOPHAGOCYTOSIS(Component.HAEMOPHAGOCYTOSIS),
    ATTRIBUTED_SPLENOMEGALY(Component.SPLENOMEGALY);

    private static final Map<Component, Flag> ATTRIBUTED = Arrays.stream(values())
            .flatMap(flag -> flag.attributed.stream().map(component -> Map.entry(component, flag)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String word;
    private final Optional<Component> attributed;

    Flag(String word) {
        this.word = word;
        this.attributed = Optional.empty();
    }

    Flag(Component attributed) {
        this.word = "attributed:" + attributed.word();
        this.attributed = Optional.of(attributed);
    }

    /// The flag in responses.
    public String word() {
        return word;
    }

    /// The flag of an attributed component.
    static Flag attributed(Component component) {
        return Objects.requireNonNull(ATTRIBUTED.get(component));
    }
}
