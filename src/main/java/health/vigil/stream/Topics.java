package health.vigil.stream;

/// The topics of the service. Their names are part of the API.
public final class Topics {
    /// Everything that can change a grade. The key is the patient's id, or the device's if no patient is
    /// known.
    public static final String OBSERVATIONS = "vigil.observations";

    /// The changes of grades.
    public static final String GRADES = "vigil.grades";

    /// The events of alerts.
    public static final String ALERTS = "vigil.alerts";

    private Topics() {}
}
