package health.vigil.observation;

import java.util.List;

/// The numbers under which one patient is recorded, usually one.
///
/// @param all first the number that stands for the patient, then those that were merged into it
public record Numbers(List<PatientId> all) {
    public Numbers {
        all = List.copyOf(all);
    }

    /// A patient with one number.
    public static Numbers of(PatientId only) {
        return new Numbers(List.of(only));
    }

    /// The number that stands for the patient.
    public PatientId patient() {
        return all.getFirst();
    }

    /// Whether a number belongs to the patient.
    public boolean include(PatientId number) {
        return all.contains(number);
    }
}
