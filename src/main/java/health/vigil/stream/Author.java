package health.vigil.stream;

import health.vigil.observation.Sender;
import java.util.Optional;
import java.util.Set;

/// Who entered an observation.
///
/// @param role    the word of the role, under which it was entered; `unverified` where another system wrote the record
///     straight to the topic
/// @param address from which network address; the topic, where another system wrote the record
/// @param wards   of whom it was entered without knowing the patient's ward; absent where that was known, or is no
/// matter
public record Author(String username, Optional<String> role, Optional<String> address, Optional<Set<String>> wards) {
    /// The role of whoever says who they are, and cannot prove it.
    public static final String UNVERIFIED = "unverified";

    public Author {
        wards = wards.map(Set::copyOf);
    }

    public Author(String username, Optional<String> role, Optional<String> address) {
        this(username, role, address, Optional.empty());
    }

    /// As an observation that was applied says it, which keeps no role.
    public static Author recorded(String username, Optional<String> address) {
        return new Author(username, address.filter(Topics.OBSERVATIONS::equals).map(_ -> UNVERIFIED), address);
    }

    /// The same in a role, unless it is not verified; absent: as it is.
    public Author as(Optional<String> known) {
        return isVerified() && known.isPresent() ? new Author(username, known, address, wards) : this;
    }

    /// Whether the service itself recognised the author.
    public boolean isVerified() {
        return !role.equals(Optional.of(UNVERIFIED));
    }

    /// The same, whose wards are no matter any more.
    public Author ofAnyWard() {
        return new Author(username, role, address, Optional.empty());
    }

    /// The sender of a record: its author, or whoever writes to the topic and names nobody.
    public static Sender sender(Optional<Author> author) {
        return author.map(named -> new Sender(named.username())).orElse(Sender.STREAM);
    }
}
