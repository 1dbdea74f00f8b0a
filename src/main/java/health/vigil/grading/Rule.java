package health.vigil.grading;

/// The rules that evidence can cite. `docs/clinical-rules.md` explains each rule with our interpretation and its
/// tests.
enum Rule implements Citation {
    CRS_FEVER("CRS-1", "fever of the course", "Lee 2019, table of CRS"),
    CRS_FEVER_ATTRIBUTED("CRS-2", "fever with another cause", "Lee 2019, table of CRS, note on fever"),
    CRS_VASOPRESSORS("CRS-3", "vasopressors", "Lee 2019, table of CRS"),
    CRS_LOW_PRESSURE_AGE(
            "CRS-4", "systolic pressure under the limit for the age", "Mahadeo 2019; Lee 2019, table of CRS"),
    CRS_LOW_MEAN_PRESSURE("CRS-5", "mean pressure of an adult", "local policy"),
    CRS_RELATIVE_HYPOTENSION("CRS-6", "systolic pressure far under the own baseline", "Brudno and Kochenderfer 2016"),
    CRS_OWN_BASELINE("CRS-7", "systolic pressure at the own baseline", "Lee 2019, text on hypotension"),
    CRS_FLUID_BOLUS("CRS-8", "fluid bolus for hypotension", "Lee 2019, text on hypotension"),
    CRS_OXYGEN("CRS-9", "oxygen for hypoxia", "Lee 2019, table of CRS"),
    CRS_OXYGEN_OTHER_REASON("CRS-10", "oxygen for another reason", "Lee 2019, text on hypoxia"),
    CRS_HOME_OXYGEN("CRS-11", "oxygen as at home", "local policy"),
    CRS_SPO2("CRS-12", "low SpO2", "Mahadeo 2019; local policy"),
    CRS_GATE("CRS-13", "fever, or treatment since onset", "Lee 2019, table of CRS, note on fever"),
    CRS_TEMPERATURE_STALE("CRS-14", "a usable temperature", "local policy"),
    CRS_ABSOLUTE_PRESSURE("CRS-17", "pressure under an absolute limit", "local policy"),
    CRS_DEATH("CRS-15", "death", "Lee 2019, text on grade 5"),
    CRS_COURSE("CRS-16", "course and its resolution", "local policy"),
    ICANS_ICE("ICANS-1", "ICE score", "Lee 2019, table of ICANS for adults"),
    ICANS_CAPD("ICANS-2", "CAPD score", "Lee 2019, table of ICANS for children"),
    ICANS_CONSCIOUSNESS("ICANS-3", "level of consciousness", "Lee 2019, tables of ICANS"),
    ICANS_SEIZURE("ICANS-4", "seizure", "Lee 2019, tables of ICANS"),
    ICANS_FINDING("ICANS-5", "motor finding or raised pressure", "Lee 2019, tables of ICANS"),
    ICANS_NOT_GRADED("ICANS-6", "signs that never set a grade", "Lee 2019, notes on the table of ICANS"),
    ICANS_SCORE_UNKNOWN("ICANS-7", "a known score", "local policy"),
    ICANS_DEATH("ICANS-8", "death", "Lee 2019, text on grade 5"),
    ATTRIBUTION("GEN-1", "attribution to another cause", "Lee 2019, notes on the tables of CRS and ICANS"),
    IMPLAUSIBLE("GEN-2", "value that cannot be true", "local policy"),
    STALE("GEN-3", "reading that is too old", "local policy"),
    HOME("GEN-4", "reading taken at home", "local policy");

    private final String id;
    private final String title;
    private final String source;

    Rule(String id, String title, String source) {
        this.id = id;
        this.title = title;
        this.source = source;
    }

    String id() {
        return id;
    }

    @Override
    public String label() {
        return id + " " + title;
    }

    @Override
    public String source() {
        return source;
    }
}
