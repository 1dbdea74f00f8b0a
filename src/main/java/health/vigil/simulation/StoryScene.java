package health.vigil.simulation;

import java.time.Instant;

/// What a request of a story needs to know of its run.
///
/// @param device the id of the bed's monitor
record StoryScene(StoryClock clock, String patientId, String ward, String device) {
    /// The time of an hour of the story.
    Instant at(double hour) {
        return clock.at(StoryClock.hour(hour));
    }

    String time(double hour) {
        return at(hour).toString();
    }
}
