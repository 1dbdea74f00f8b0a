package health.vigil.stream;

/// The topics of the service; their names are part of its contract.
public final class Topics {
    /// What can change a grade; the key is the patient's id, or the device's where no patient is known.
    public static final String OBSERVATIONS = "vigil.observations";

    /// Each change of a grade.
    public static final String GRADES = "vigil.grades";

    /// Each event of an alert.
    public static final String ALERTS = "vigil.alerts";

    private Topics() {}
}
