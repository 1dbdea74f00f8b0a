package health.vigil.oracle;

import java.util.List;

/// The words a random observation chooses from; one that stands here twice is chosen twice as often.
final class RandomWords {

    static final List<String> DEVICES = List.of(
            "room-air",
            "room-air",
            "nasal-cannula",
            "nasal-cannula",
            "nasal-cannula",
            "high-flow-nasal-cannula",
            "blow-by",
            "simple-mask",
            "venturi-mask",
            "non-rebreather",
            "cpap",
            "bipap",
            "ventilator");

    static final List<String> OXYGEN_REASONS = List.of(
            "hypoxia",
            "hypoxia",
            "hypoxia",
            "hypoxia",
            "hypoxia",
            "hypoxia",
            "hypoxia",
            "hypoxia",
            "comfort",
            "airway-protection",
            "sleep-apnoea",
            "procedure");

    static final List<String> AGENTS = List.of(
            "norepinephrine",
            "norepinephrine",
            "norepinephrine",
            "epinephrine",
            "epinephrine",
            "phenylephrine",
            "dopamine",
            "angiotensin-ii",
            "vasopressin",
            "vasopressin",
            "dobutamine",
            "milrinone");

    static final List<String> DRUGS = List.of(
            "tocilizumab",
            "siltuximab",
            "anakinra",
            "ruxolitinib",
            "dexamethasone",
            "methylprednisolone",
            "hydrocortisone",
            "prednisone",
            "acetaminophen",
            "acetaminophen",
            "acetaminophen",
            "acetaminophen",
            "ibuprofen",
            "ibuprofen",
            "metamizole",
            "metamizole",
            "levetiracetam",
            "lorazepam",
            "other");

    static final List<String> LEVELS = List.of(
            "awake", "awake", "awake", "awake", "awake", "spontaneous", "voice", "touch", "vigorous", "unarousable");

    static final List<String> FINDINGS = List.of(
            "focal-oedema",
            "focal-oedema",
            "focal-oedema",
            "diffuse-oedema",
            "papilloedema",
            "posturing",
            "sixth-nerve-palsy",
            "cushing-triad",
            "deep-focal-weakness",
            "intracranial-haemorrhage",
            "myoclonus",
            "headache");

    static final List<String> COMPONENTS = List.of(
            "fever",
            "fever",
            "hypotension",
            "hypotension",
            "hypoxia",
            "hypoxia",
            "ice",
            "ice",
            "capd",
            "capd",
            "consciousness",
            "seizure",
            "focal-oedema",
            "papilloedema");

    static final List<String> MORE_COMPONENTS =
            List.of("posturing", "diffuse-oedema", "deep-focal-weakness", "sixth-nerve-palsy", "cushing-triad");

    private RandomWords() {}
}
