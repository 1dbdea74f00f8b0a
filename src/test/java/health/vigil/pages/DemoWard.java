package health.vigil.pages;

import health.vigil.simulation.Handwriting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A small ward for screenshots: each patient shows another state of the board.
final class DemoWard {
    /// Sentences of a steady and of a shaking hand.
    static final String STEADY = Handwriting.sentence(0);

    static final String SHAKY = Handwriting.sentence(0.7);

    private final String name;
    private final List<TestPatient> patients = new ArrayList<>();

    DemoWard(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    int size() {
        return patients.size();
    }

    TestPatient worst() {
        return patients.getFirst();
    }

    synchronized void fill() {
        if (patients.isEmpty()) {
            patients.add(severe());
            patients.add(confused());
            patients.add(febrile());
            patients.add(notLookedAt());
            patients.add(well("5", "Johanna Neumann"));
            patients.add(well("6", "Per Lindqvist"));
        }
    }

    private TestPatient severe() {
        var patient = TestPatient.admit(name, "1", "Margarete Brandt", Duration.ofHours(98));
        for (int hour = 96; hour >= 2; hour -= 2) {
            patient.post("vital-signs", Duration.ofHours(hour), DemoVitals.climbing(98 - hour));
        }
        patient.post(
                "neuro-check",
                Duration.ofHours(90),
                Map.of("ice", ice(4, 3, 1, 1, 1), "consciousness", "awake", "handwritingImage", STEADY));
        patient.post("neuro-check", Duration.ofHours(28), Map.of("ice", ice(3, 2, 1, 0, 0), "consciousness", "voice"));
        patient.post("lab-result", Duration.ofHours(99), lab("il-6", 4.1, 0, 7, "pg/mL"));
        patient.post("lab-result", Duration.ofHours(50), lab("il-6", 310, 0, 7, "pg/mL"));
        patient.post("lab-result", Duration.ofHours(26), lab("il-6", 5400, 0, 7, "pg/mL"));
        patient.post("lab-result", Duration.ofHours(4), lab("il-6", 2100, 0, 7, "pg/mL"));
        patient.post("medication", Duration.ofHours(44), Map.of("drug", "acetaminophen", "dose", 1000));
        patient.post("medication", Duration.ofHours(22), Map.of("drug", "tocilizumab", "dose", 560));
        patient.post("fluid-bolus", Duration.ofHours(24), Map.of("volume", 500, "reason", "hypotension"));
        patient.post(
                "oxygen-therapy",
                Duration.ofHours(25),
                Map.of("device", "nasal-cannula", "flow", 3, "reason", "hypoxia"));
        patient.post("vasopressor", Duration.ofHours(9), Map.of("agent", "norepinephrine", "action", "started"));
        patient.post(
                "neuro-check",
                Duration.ofHours(3),
                Map.of("ice", ice(4, 3, 1, 0, 0), "consciousness", "awake", "tremor", true, "handwritingImage", SHAKY));
        patient.observe("vital-signs", Duration.ofMinutes(4), DemoVitals.climbing(98));
        return patient;
    }

    private TestPatient confused() {
        var patient = TestPatient.admit(name, "2", "Tomasz Wójcik", Duration.ofHours(150));
        patient.observe("vital-signs", Duration.ofMinutes(20), TestPatient.WELL);
        patient.observe(
                "neuro-check",
                Duration.ofHours(1),
                Map.of("ice", 4, "consciousness", "voice", "handwritingChange", true));
        return patient;
    }

    private TestPatient febrile() {
        var patient = TestPatient.admit(name, "3", "Aylin Demir", Duration.ofHours(31));
        patient.isWell();
        patient.observe("vital-signs", Duration.ofMinutes(2), Map.of("temperature", 38.4, "heartRate", 104));
        return patient;
    }

    private TestPatient notLookedAt() {
        return TestPatient.admit(name, "4", "Karim Haddad", Duration.ofHours(30));
    }

    private TestPatient well(String bed, String who) {
        var patient = TestPatient.admit(name, bed, who, Duration.ofHours(200));
        patient.isWell();
        return patient;
    }

    private static Map<String, Object> ice(int orientation, int naming, int commands, int writing, int attention) {
        return Map.of(
                "orientation", orientation,
                "naming", naming,
                "commands", commands,
                "writing", writing,
                "attention", attention);
    }

    private static Map<String, Object> lab(String analyte, double value, double low, double high, String unit) {
        return Map.of("analyte", analyte, "value", value, "unit", unit, "referenceLow", low, "referenceHigh", high);
    }
}
