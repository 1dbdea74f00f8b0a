package health.vigil.observation;

import java.util.List;

/// The numbers under which one patient is recorded. Usually it is one.
///
/// @param all the one that stands for the patient first, then those that were merged into it
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

    /// Whether a record of a number is the patient's.
    public boolean include(PatientId number) {
        return all.contains(number);
    }
}
