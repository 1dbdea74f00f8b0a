package health.vigil.context;

import health.vigil.laboratory.LaboratoryUnit;
import health.vigil.observation.Analyte;
import health.vigil.observation.Drug;
import health.vigil.observation.Finding;
import health.vigil.observation.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Random records with everything that items read, at any time around an infusion.
public final class RandomNotes {
    private static final List<Analyte> ANALYTES = List.of(
            Analyte.FERRITIN,
            Analyte.FIBRINOGEN,
            Analyte.ALT,
            Analyte.AST,
            Analyte.PLATELETS,
            Analyte.NEUTROPHILS,
            Analyte.HAEMOGLOBIN,
            Analyte.LYMPHOCYTES,
            Analyte.WBC,
            Analyte.CRP,
            Analyte.LDH,
            Analyte.CREATININE,
            Analyte.BILIRUBIN,
            Analyte.TRIGLYCERIDES);
    private static final List<String> CLOCKS = List.of("06:00", "08:00", "08:00", "12:00", "20:00");

    private final Random random;
    private final CaseNotes notes = CaseNotes.begin()
            .policy(new ContextPolicy(MilestoneTable.UK_EXAMPLE, true, List.of(new RegistryDay(100, 7))));

    public RandomNotes(long seed) {
        random = new Random(seed);
    }

    public CaseNotes draw() {
        if (random.nextBoolean()) {
            notes.lymphodepletion(-5);
        }
        int lastDay = 3 + random.nextInt(60);
        for (int count = 40 + random.nextInt(120); count > 0; count--) {
            one(random.nextInt(lastDay + 10) - 10, CLOCKS.get(random.nextInt(CLOCKS.size())));
        }
        return notes;
    }

    private void one(int day, String clock) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> result(day, clock);
            case 5 -> notes.temperature(day, clock, "3" + (6 + random.nextInt(4)) + "." + random.nextInt(10));
            case 6 -> notes.drug(day, clock, drug());
            case 7 ->
                notes.at(
                        day,
                        clock,
                        Kind.NEURO_CHECK,
                        "'ice': " + random.nextInt(11) + ", 'tremor': " + random.nextBoolean());
            case 8 -> notes.finding(day, clock, finding(), random.nextBoolean());
            case 9 -> notes.at(day, clock, Kind.TRANSFUSION, "'product': 'platelets', 'reason': 'bleeding'");
            case 10 -> event(day, clock);
            default -> notes.at(day, clock, Kind.VITAL_SIGNS, "'systolic': " + (70 + random.nextInt(60)));
        }
    }

    private void event(int day, String clock) {
        switch (random.nextInt(5)) {
            case 0 ->
                notes.at(
                        day,
                        clock,
                        Kind.DISEASE_EVENT,
                        "'what': '" + (random.nextBoolean() ? "progression" : "next-therapy") + "'");
            case 1 -> notes.at(day, clock, Kind.CULTURE, "'specimen': 'blood', 'result': 'taken'");
            case 2 ->
                notes.at(
                        day,
                        clock,
                        Kind.SYNDROME_ASSESSMENT,
                        "'syndrome': 'iec-hs', 'present': " + random.nextBoolean() + ", 'basis': 'seen'");
            case 3 ->
                notes.at(
                        day,
                        clock,
                        Kind.VASOPRESSOR,
                        "'agent': 'norepinephrine', 'action': '" + (random.nextBoolean() ? "started" : "stopped")
                                + "'");
            default ->
                notes.at(
                        day,
                        clock,
                        Kind.OXYGEN_THERAPY,
                        "'device': '" + (random.nextBoolean() ? "simple-mask" : "room-air") + "', 'reason': 'hypoxia'");
        }
    }

    private void result(int day, String clock) {
        var analyte = ANALYTES.get(random.nextInt(ANALYTES.size()));
        var bound = random.nextInt(12) == 0 ? (random.nextBoolean() ? "< " : "> ") : "";
        var value = String.format(Locale.ROOT, "%.2f", Math.exp(random.nextDouble() * 8 - 2));
        var limits = random.nextInt(3) == 0 ? "" : "2-40";
        notes.lab(
                day,
                clock,
                analyte.word(),
                bound + value + " " + LaboratoryUnit.of(analyte).symbol(),
                limits);
    }

    private String drug() {
        var drugs = List.of(Drug.TOCILIZUMAB, Drug.DEXAMETHASONE, Drug.FILGRASTIM, Drug.ANAKINRA);
        return drugs.get(random.nextInt(drugs.size())).word();
    }

    private String finding() {
        var findings = List.of(Finding.HAEMOPHAGOCYTOSIS, Finding.RIGIDITY, Finding.GAIT_CHANGE, Finding.SPLENOMEGALY);
        return findings.get(random.nextInt(findings.size())).word();
    }
}
