package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// A request of a user at an hour of the story. What a nurse charts is a [StoryEntry].
///
/// @param path may have `{patient}`, `{episode}`, `{journey}` and `{device}`
/// @param telling the line that the demo prints for it, if any
record StoryRequest(
        Duration at,
        Account account,
        RequestMethod method,
        String path,
        Function<StoryScene, ObjectNode> body,
        Optional<String> telling) {
    /// What is done to the resource.
    enum RequestMethod {
        POST,
        PATCH,
        PUT,
        DELETE
    }

    static StoryRequest post(double hour, Account account, String path, Function<StoryScene, ObjectNode> body) {
        return new StoryRequest(StoryClock.hour(hour), account, RequestMethod.POST, path, body, Optional.empty());
    }

    static StoryRequest patch(double hour, Account account, String path, Function<StoryScene, ObjectNode> body) {
        return new StoryRequest(StoryClock.hour(hour), account, RequestMethod.PATCH, path, body, Optional.empty());
    }

    static StoryRequest put(double hour, Account account, String path, Function<StoryScene, ObjectNode> body) {
        return new StoryRequest(StoryClock.hour(hour), account, RequestMethod.PUT, path, body, Optional.empty());
    }

    static StoryRequest delete(double hour, Account account, String path) {
        return new StoryRequest(
                StoryClock.hour(hour), account, RequestMethod.DELETE, path, _ -> object(), Optional.empty());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    StoryRequest telling(String line) {
        return new StoryRequest(at, account, method, path, body, Optional.of(line));
    }
}
