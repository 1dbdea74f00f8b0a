package health.vigil.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Wakes whoever passes on what a transaction wrote, as soon as it has committed: they need not look again and again. A
/// wake-up that is lost delays something and loses nothing, for all of them also look by
/// themselves, a little later.
@Singleton
public class Commits {
    /// On which other processes are told, by `notify`.
    public static final String CHANNEL = "vigil_commits";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// Wakes somebody from now on, by whoever commits: it must neither wait nor throw.
    public void listen(Runnable wake) {
        listeners.add(wake);
    }

    /// Something to pass on was committed.
    public void happened() {
        listeners.forEach(Runnable::run);
    }
}
