package health.vigil.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The requests of the demo's journey, for tests of the rules that they have to pass.
public final class JourneyScript {
    public static final String PATIENT = "p-1";
    private static final double SPEED = 60;

    private JourneyScript() {}

    /// One request.
    ///
    /// @param body a JSON object
    public record ScriptedRequest(String account, String path, String body, Instant at) {}

    /// All requests in their order.
    public static List<ScriptedRequest> of(Instant start) {
        var scene = new StoryScene(new StoryClock(start, SPEED), PATIENT, "Demo", "monitor");
        return JourneyStory.patient().requests().stream()
                .sorted(Comparator.comparing(StoryRequest::at))
                .map(request -> new ScriptedRequest(
                        request.account().role(),
                        request.path(),
                        request.body().apply(scene).toString(),
                        scene.clock().at(request.at())))
                .toList();
    }
}
