package health.vigil.stream;

import health.vigil.observation.Sender;
import java.util.Optional;

/// Who entered an observation.
///
/// @param role    the word of the role, under which it was entered
/// @param address from which network address
public record Author(String username, Optional<String> role, Optional<String> address) {
    /// The sender of a record: its author, or whoever writes to the topic and names nobody.
    static Sender sender(Optional<Author> author) {
        return author.map(named -> new Sender(named.username())).orElse(Sender.STREAM);
    }
}
