package health.vigil.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Wakes the workers that pass on the messages of a transaction, once it has committed. These workers also poll,
/// so a lost wake-up only causes a delay.
@Singleton
public class Commits {
    /// The channel on which other processes are notified.
    public static final String CHANNEL = "vigil_commits";

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// Adds a wake-up. The committing thread runs it: it must neither wait nor throw.
    public void listen(Runnable wake) {
        listeners.add(wake);
    }

    /// Tells the listeners that messages were committed.
    public void notifyListeners() {
        listeners.forEach(Runnable::run);
    }
}
