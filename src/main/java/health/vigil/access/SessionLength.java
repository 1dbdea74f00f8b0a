package health.vigil.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// How long a session of the pages lasts, and until when it can be renewed.
@Singleton
public class SessionLength {
    private final Duration each;
    private final Duration persons;
    private final Duration displays;

    @Inject
    SessionLength(AccessSettings settings) {
        this(settings.session(), settings.longestSession(), settings.displaySession());
    }

    /// @param each how long a sign-in and each renewal last
    /// @param persons until how long after the sign-in a person's session is renewed
    /// @param displays the same for a display
    SessionLength(Duration each, Duration persons, Duration displays) {
        this.each = each;
        this.persons = persons;
        this.displays = displays;
    }

    /// No renewal lasts longer than this. It is never before the end of the sign-in itself.
    public Instant bound(Role role, Instant signedInAt) {
        var longest = role == Role.DASHBOARD ? displays : persons;
        return signedInAt.plus(longest.compareTo(each) > 0 ? longest : each);
    }

    /// How long a session lasts that begins or is renewed now. Zero or negative after its bound.
    public Duration from(Instant now, Role role, Instant signedInAt) {
        var left = Duration.between(now, bound(role, signedInAt));
        return left.compareTo(each) < 0 ? left : each;
    }
}
