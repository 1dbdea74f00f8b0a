package health.vigil.patient.journey;

import java.util.List;

/// How the premedication of a record is charted.
///
/// @param ids the medications that stand for its doses
/// @param notes what the person who records should look at
record ChartedPremedication(List<String> ids, List<String> notes) {
    ChartedPremedication {
        ids = List.copyOf(ids);
        notes = List.copyOf(notes);
    }
}
