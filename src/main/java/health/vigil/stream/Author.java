package health.vigil.stream;

import health.vigil.observation.Sender;
import java.util.Optional;
import java.util.Set;

/// The author of an observation.
///
/// @param role the role of the author; `unverified` if another system wrote the record to the topic
/// @param address the author's network address; the topic if another system wrote the record
/// @param wards the author's wards, if the patient's ward was not known on entry; absent if it was known or
///     does not matter
public record Author(String username, Optional<String> role, Optional<String> address, Optional<Set<String>> wards) {
    /// The role of an author whom the service could not verify.
    public static final String UNVERIFIED = "unverified";

    public Author {
        wards = wards.map(Set::copyOf);
    }

    public Author(String username, Optional<String> role, Optional<String> address) {
        this(username, role, address, Optional.empty());
    }

    /// The author as stored with an applied observation, which has no role.
    public static Author recorded(String username, Optional<String> address) {
        return new Author(username, address.filter(Topics.OBSERVATIONS::equals).map(_ -> UNVERIFIED), address);
    }

    /// The same author in a role, unless unverified. Without a role nothing changes.
    public Author as(Optional<String> known) {
        return isVerified() && known.isPresent() ? new Author(username, known, address, wards) : this;
    }

    /// Whether the service itself authenticated the author.
    public boolean isVerified() {
        return !role.equals(Optional.of(UNVERIFIED));
    }

    /// The same author, without a check of wards.
    public Author ofAnyWard() {
        return new Author(username, role, address, Optional.empty());
    }

    /// The sender of a record: its author, or `STREAM` if it names none.
    public static Sender sender(Optional<Author> author) {
        return author.map(named -> new Sender(named.username())).orElse(Sender.STREAM);
    }
}
