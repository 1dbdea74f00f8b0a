package health.vigil.simulation;

import java.util.stream.Stream;

/// The laboratory results of one blood sample.
///
/// @param platelets 10*9/L
/// @param neutrophils 10*9/L
/// @param haemoglobin g/dL
/// @param crp mg/L
/// @param ferritin ug/L
/// @param fibrinogen g/L
record BloodSample(
        double platelets, double neutrophils, double haemoglobin, double crp, double ferritin, double fibrinogen) {
    static final BloodSample QUIET = new BloodSample(86, 1.1, 9.4, 6, 420, 3.1);
    static final BloodSample FEVERISH = new BloodSample(61, 0.4, 8.9, 84, 1300, 4.4);
    static final BloodSample STORM = new BloodSample(38, 0.1, 8.2, 146, 4200, 2.2);

    private static final double CREATININE = 0.9;
    private static final double ALT = 31;
    private static final double BILIRUBIN = 0.6;

    /// One result for each analyte, with normal values for kidney and liver.
    Stream<StoryEntry> at(double hour) {
        return Stream.of(
                StoryEntry.laboratory(hour, "platelets", platelets, "10*9/L"),
                StoryEntry.laboratory(hour, "neutrophils", neutrophils, "10*9/L"),
                StoryEntry.laboratory(hour, "haemoglobin", haemoglobin, "g/dL"),
                StoryEntry.laboratory(hour, "crp", crp, "mg/L"),
                StoryEntry.laboratory(hour, "ferritin", ferritin, "ug/L"),
                StoryEntry.laboratory(hour, "creatinine", CREATININE, "mg/dL"),
                StoryEntry.laboratory(hour, "alt", ALT, "U/L"),
                StoryEntry.laboratory(hour, "bilirubin", BILIRUBIN, "mg/dL"),
                StoryEntry.laboratory(hour, "fibrinogen", fibrinogen, "g/L"));
    }
}
