package health.vigil.oracle;

import java.util.List;

/// The words for random observations; a word listed twice is twice as likely.
final class RandomWords {

    static final List<String> DEVICES = List.of(
            "room-air",
            "room-air",
            "room-air",
            "room-air",
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
            "ventilator",
            "face-tent",
            "tracheostomy-mask",
            "t-piece",
            "partial-rebreather",
            "other");

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
            "metaraminol",
            "ephedrine",
            "vasopressin",
            "vasopressin",
            "terlipressin",
            "other",
            "dobutamine",
            "milrinone",
            "levosimendan",
            "midodrine",
            "methylene-blue",
            "hydroxocobalamin");

    static final List<String> ACTIONS = List.of(
            "started", "started", "started", "started", "started", "changed", "changed", "paused", "stopped", "stopped",
            "stopped");

    static final List<String> DRUGS = List.of(
            "tocilizumab",
            "siltuximab",
            "sarilumab",
            "anakinra",
            "emapalumab",
            "ruxolitinib",
            "itacitinib",
            "dexamethasone",
            "methylprednisolone",
            "hydrocortisone",
            "hydrocortisone",
            "prednisone",
            "prednisolone",
            "acetaminophen",
            "acetaminophen",
            "acetaminophen",
            "acetaminophen",
            "ibuprofen",
            "ibuprofen",
            "metamizole",
            "metamizole",
            "aspirin",
            "naproxen",
            "diclofenac",
            "levetiracetam",
            "lorazepam",
            "etoposide",
            "filgrastim",
            "immunoglobulin",
            "other");

    static final List<String> INDICATIONS =
            List.of("crs", "icans", "prophylaxis", "premedication", "replacement", "replacement", "fever", "other");

    static final List<String> NOT_DONE_REASONS = List.of("refused", "asleep", "away", "no-interpreter", "other");

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
            "headache",
            "facial-palsy",
            "other-cranial-neuropathy",
            "aphasia");

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
