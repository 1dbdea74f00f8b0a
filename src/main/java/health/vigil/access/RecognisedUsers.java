package health.vigil.access;

/// The users that this process has recognised and remembers for some seconds.
public interface RecognisedUsers {
    /// Forgets them after a credential has ended: here at once, in the other processes within
    /// `vigil.access.remembered`.
    void forget();
}
